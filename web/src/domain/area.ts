// How much ground each outcome has, by the cells around the settlements.
import type { Feature, FeatureCollection, Polygon, Position } from "geojson";
import type { StepTable } from "./steps";

const KM_PER_DEGREE = 111.195;

/** Area of a small polygon without holes in km², on the sphere's tangent plane at its middle latitude. */
export function cellArea(cell: Feature<Polygon>): number {
  const ring = cell.geometry.coordinates[0]!;
  const squeeze = Math.cos(((ring[0]![1]! + ring[Math.floor(ring.length / 2)]![1]!) / 2) * (Math.PI / 180));
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += cross(ring[i]!, ring[i + 1]!);
  return Math.abs(twice / 2) * KM_PER_DEGREE ** 2 * squeeze;
}

/** Areas of the cells by place. */
export function areasOf(ground: FeatureCollection<Polygon>): ReadonlyMap<number, number> {
  return new Map(ground.features.map((cell) => [cell.id as number, cellArea(cell)]));
}

/** Expected km² of one outcome on every day: each cell counts by its probability. */
export function areaByDay(steps: StepTable, areas: ReadonlyMap<number, number>, outcome: string): number[] {
  const change = new Float64Array(steps.days + 1);
  steps.eachStep(outcome, (place, day, before, after) => {
    change[day]! += ((after - before) / 100) * (areas.get(place) ?? 0);
  });
  let sum = 0;
  return Array.from({ length: steps.days }, (_, day) => (sum += change[day]!));
}

function cross(a: Position, b: Position): number {
  return a[0]! * b[1]! - b[0]! * a[1]!;
}
