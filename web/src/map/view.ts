// Where to look first: at the ground that changes hands.
import type { Places } from "../api/types";
import type { StepTable } from "../domain/steps";
import type { Box } from "./ground";

/** The box of the middle 80 % of the places that changed most in the last quarter of the days; where few did, of all. */
export function activeBox(places: Places, steps: StepTable, bounds: Box): Box {
  const changes = steps.changesIn(Math.floor(steps.days * 0.75), steps.days);
  const drawn = places.id.flatMap((_, index) => {
    const [lon, lat] = [places.lon[index], places.lat[index]];
    return lon == null || lat == null ? [] : [{ lon, lat, changes: changes[index]! }];
  });
  const active = drawn.filter((place) => place.changes >= 3);
  const [shown, left] = active.length < 5 ? [drawn, 0] : [active, 0.1];
  if (!shown.length) return bounds;
  const middle = (values: readonly number[]): [number, number] => {
    const sorted = [...values].sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length * left)]!, sorted[Math.ceil(sorted.length * (1 - left)) - 1]!];
  };
  const [west, east] = middle(shown.map(({ lon }) => lon));
  const [south, north] = middle(shown.map(({ lat }) => lat));
  return [west - 0.25, south - 0.15, east + 0.25, north + 0.15];
}
