// The colour of ground: whose it most probably is, and how surely.
import { type DayState, UNKNOWN } from "../domain/steps";
import { type Palette, sideColour } from "./palette";

/** Opacity by probability: half a chance is no colour at all, since what is drawn is how far one side is ahead. */
const STRENGTH: readonly (readonly [number, number])[] = [[40, 0], [60, 0.16], [80, 0.34], [100, 0.54]];

export function strength(percent: number): number {
  const above = STRENGTH.findIndex(([share]) => percent <= share);
  if (above <= 0) return above < 0 ? STRENGTH[STRENGTH.length - 1]![1] : 0;
  const [[low, from], [high, to]] = [STRENGTH[above - 1]!, STRENGTH[above]!];
  return from + ((to - from) * (percent - low)) / (high - low);
}

/** A colour for the place, transparent where no side is ahead or nothing is known. `sides[k]` is outcome k's place in
 * the palette, -1 where it is no side. */
export function tone(state: DayState, place: number, sides: readonly number[], palette: Palette): string {
  let best = -1;
  for (let k = 0; k < sides.length; k++) {
    if (sides[k]! < 0 || state.values[k]![place] === UNKNOWN) continue;
    if (best < 0 || state.values[k]![place]! > state.values[best]![place]!) best = k;
  }
  if (best < 0) return "rgba(0, 0, 0, 0)";
  const colour = sideColour(palette, sides[best]!);
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${strength(state.values[best]![place]!).toFixed(2)})`;
}
