// A place through time: who probably held it, and what was said when.
import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Claim, Theatre } from "../api/types";
import { type Day, addDays, daysBetween, longDay, monthOf } from "../domain/days";
import { marks, steppedPath } from "../domain/timeline";
import { nameOf, voice } from "../domain/words";
import { selection } from "../state/app";
import { useAnswer } from "./useAnswer";

const HEIGHT = 70;
const LANE = 11;

interface Props {
  readonly theatre: Theatre;
  readonly place: string;
  readonly day: Day;
  readonly asOf: Day | null;
}

export function TimeLine({ theatre, place, day, asOf }: Props) {
  const { value } = useAnswer((signal) => api.history(place, asOf, signal), [place, asOf]);
  const [told, setTold] = useState<Claim | null>(null);
  if (!value || !value.day.length) return null;
  const [first, last] = [theatre.first!, theatre.last!];
  const sides = theatre.sides.map((side) => side.id);
  const width = daysBetween(first, last) + 1;
  const lanes = [...theatre.sides.map((side) => side.name), "others"];
  const whole = HEIGHT + 6 + lanes.length * LANE;
  const stretch = { "vector-effect": "non-scaling-stroke" } as const;
  const pick = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * width);
    selection.update({ day: addDays(first, Math.min(Math.max(index, 0), width - 1)) });
  };
  return (
    <section class="line" aria-label="Time line">
      <h3>Through time</h3>
      <div class="plot">
        <svg viewBox={`0 0 ${width} ${whole}`} preserveAspectRatio="none" role="img" onClick={pick}
          aria-label={`Probability that ${nameOf(theatre, theatre.measured_side)} controls it, and ${value.claims.length} claims`}>
          {[0, 0.5, 1].map((share) => <line key={share} class="grid" x1="0" x2={width} y1={HEIGHT * share} y2={HEIGHT * share} {...stretch} />)}
          {theatre.sides.map((side, i) => (
            <path key={side.id} class={`curve side-${i}`} d={steppedPath(value, side.id, first, last, HEIGHT)} {...stretch} />
          ))}
          <path class="curve doubt" d={steppedPath(value, "contested", first, last, HEIGHT)} {...stretch} />
          {marks(value, sides, first, last).map(({ x, lane, claim }) => (
            <line key={claim.id} class={`mark side-${lane} ${claim.stance}`} x1={x} x2={x}
              y1={HEIGHT + 8 + lane * LANE} y2={HEIGHT + 6 + lane * LANE + LANE - 2} {...stretch}
              onMouseEnter={() => setTold(claim)} onMouseLeave={() => setTold(null)} />
          ))}
          <line class="now" x1={daysBetween(first, day) + 0.5} x2={daysBetween(first, day) + 0.5} y1="0" y2={whole} {...stretch} />
        </svg>
        <ol class="lanes">{lanes.map((lane) => <li key={lane}>{lane}</li>)}</ol>
      </div>
      <p class="ends"><span>{monthOf(first)}</span><span>{monthOf(last)}</span></p>
      <p class="told" aria-live="polite">
        {told ? `${longDay(told.published!)}: ${voice(told)} – ${told.summary}` : "Curves: who probably controls it, 0 to 100 %; dashed: contested. Strokes: claims. Click to go to a day."}
      </p>
    </section>
  );
}
