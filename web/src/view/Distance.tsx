// How far the line was from a place, through time. Asked for when it is opened: each day may have to be drawn first.
import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Theatre } from "../api/types";
import { type Day, daysBetween, longDay, monthOf } from "../domain/days";
import { distanceCurve, kmOn } from "../domain/distance";
import { useAnswer } from "./useAnswer";

const HEIGHT = 70;

interface Props {
  readonly theatre: Theatre;
  readonly place: string;
  readonly day: Day;
  readonly asOf: Day | null;
}

export function DistanceToLine(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="why distance" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How far the line was</summary>
      {open && <Curve {...props} />}
    </details>
  );
}

function Curve({ theatre, place, day, asOf }: Props) {
  const { value, problem } = useAnswer((signal) => api.distance(place, asOf, signal), [place, asOf]);
  if (problem) return <p class="none">{problem}</p>;
  if (!value) return <p class="none">Measuring…</p>;
  const [first, last] = [theatre.first!, theatre.last!];
  const width = daysBetween(first, last) + 1;
  const known = value.km.filter((km) => km !== null);
  if (!known.length) return <p class="none">No line is known near this place.</p>;
  const top = Math.max(...known, 1);
  const now = kmOn(value, day);
  const at = daysBetween(first, day) + 0.5;
  const stretch = { "vector-effect": "non-scaling-stroke" } as const;
  return (
    <div class="line">
      {now && <p>{now.km === null ? "No line known" : <><b>{now.km} km</b> to the nearest stretch of line</>} on {longDay(now.day)}.</p>}
      <div class="plot">
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img"
          aria-label={`Distance to the line: ${value.day.map((one, i) => `${longDay(one)} ${value.km[i] ?? "unknown"} km`).join("; ")}`}>
          {[0, 0.5, 1].map((share) => <line key={share} class="grid" x1="0" x2={width} y1={HEIGHT * share} y2={HEIGHT * share} {...stretch} />)}
          <path class="curve away" d={distanceCurve(value, first, top, HEIGHT)} {...stretch} />
          <line class="now" x1={at} x2={at} y1="0" y2={HEIGHT} {...stretch} />
        </svg>
        <ol class="scale-km"><li>{Math.round(top)} km</li><li>0 km</li></ol>
      </div>
      <p class="ends"><span>{monthOf(first)}</span><span>{monthOf(last)}</span></p>
    </div>
  );
}
