// How much ground each outcome has, by the cells around the settlements.
import type { StepTable } from "./steps";

/** Expected km² of one outcome on every day: each cell counts by its probability. */
export function areaByDay(steps: StepTable, areas: ReadonlyMap<number, number>, outcome: string): number[] {
  const change = new Float64Array(steps.days + 1);
  steps.eachStep(outcome, (place, day, before, after) => {
    change[day]! += ((after - before) / 100) * (areas.get(place) ?? 0);
  });
  let sum = 0;
  return Array.from({ length: steps.days }, (_, day) => (sum += change[day]!));
}
