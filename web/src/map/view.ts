// Where to look first: at the ground that changes hands.
import type { Places } from "../api/types";
import type { StepTable } from "../domain/steps";
import type { Box } from "./ground";

/** The box of the middle 80 % of the places that changed most in the last quarter of the days; else the whole theatre. */
export function activeBox(places: Places, steps: StepTable, bounds: Box): Box {
  const changes = steps.changesIn(Math.floor(steps.days * 0.75), steps.days);
  const active = places.id.flatMap((_, index) => {
    const [lon, lat] = [places.lon[index], places.lat[index]];
    return lon == null || lat == null || changes[index]! < 3 ? [] : [{ lon, lat }];
  });
  if (active.length < 5) return bounds;
  const middle = (values: readonly number[]): [number, number] => {
    const sorted = [...values].sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length * 0.1)]!, sorted[Math.ceil(sorted.length * 0.9) - 1]!];
  };
  const [west, east] = middle(active.map(({ lon }) => lon));
  const [south, north] = middle(active.map(({ lat }) => lat));
  return [west - 0.25, south - 0.15, east + 0.25, north + 0.15];
}
