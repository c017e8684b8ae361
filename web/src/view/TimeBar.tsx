// The two times: the day shown, and what was known by then.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Days, Theatre } from "../api/types";
import { type Day, addDays, daysBetween, longDay, monthOf } from "../domain/days";
import { moveDay, selection } from "../state/app";
import { Strip } from "./Strip";

interface Props {
  readonly theatre: Theatre;
  readonly day: Day;
  readonly known: Day | null;
  readonly days: Days | null;
}

const FRAME_MS = 350;

export function TimeBar({ theatre, day, known, days }: Props) {
  const first = theatre.first!;
  const length = daysBetween(first, theatre.last!);
  const at = daysBetween(first, day);
  const [playing, setPlaying] = usePlay(at >= length);
  const measured = theatre.sides.find((side) => side.id === theatre.measured_side)?.name;
  const key = (
    <>
      <span class="wide">line: ground that {measured} probably controls · bars: claims a day · </span>◇ drag back: what was known by then
    </>
  );
  const pick = (index: number): Day => addDays(first, index);
  return (
    <footer class="time" aria-label="Time">
      <div class="buttons">
        <button type="button" aria-label="One day back" disabled={at <= 0} onClick={() => moveDay(-1)}>‹</button>
        <button type="button" aria-label={playing ? "Stop" : "Play"} aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? "❚❚" : "▶"}
        </button>
        <button type="button" aria-label="One day on" disabled={at >= length} onClick={() => moveDay(1)}>›</button>
      </div>
      <div class="scale">
        {days && <Strip theatre={theatre} days={days} at={at} length={length} />}
        <input
          class="day" type="range" min={0} max={length} value={at} aria-label="Day shown" aria-valuetext={longDay(day)}
          onInput={(event) => selection.update({ day: pick(Number(event.currentTarget.value)) })}
        />
        <input
          class={`known ${known ? "apart" : "tied"}`} type="range" min={0} max={length}
          value={known ? daysBetween(first, known) : at} aria-label="Known as of" aria-valuetext={longDay(known ?? day)}
          onInput={(event) => selection.update({ known: pick(Number(event.currentTarget.value)) })}
        />
        <div class="ends"><span>{monthOf(first)}</span><span class="key">{key}</span><span>{monthOf(theatre.last!)}</span></div>
      </div>
      <div class="dates">
        <p><span>Day</span> <b data-testid="day">{longDay(day)}</b></p>
        <p class={known ? "apart" : ""}>
          <span>Known as of</span> <b data-testid="known">{known ? longDay(known) : "the same day"}</b>
          {known && <button type="button" class="link" onClick={() => selection.update({ known: null })}>tie</button>}
        </p>
      </div>
    </footer>
  );
}

/** Step day by day until the end; only ever starts when asked to. The clock stops with the drawing of the button, not after
 * it: a day that still passed once "Play" stands there again would be one that nobody asked for. */
function usePlay(atEnd: boolean): [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  useLayoutEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => moveDay(1), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing]);
  useEffect(() => {
    if (atEnd) setPlaying(false);
  }, [atEnd]);
  return [playing, setPlaying];
}
