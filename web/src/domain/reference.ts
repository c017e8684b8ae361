// Another map laid over ours: read it, and say how far the two agree.
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import type { Places } from "../api/types";
import type { DayState } from "./steps";
import { UNKNOWN } from "./steps";

export interface Reference {
  readonly name: string;
  readonly areas: FeatureCollection<Polygon | MultiPolygon>;
}

export interface Agreement {
  readonly compared: number;
  readonly same: number;
  /** indices of places that differ */
  readonly differ: readonly number[];
}

export const LARGEST_BYTES = 30_000_000;

/** Read GeoJSON with areas. Throws an Error whose message can be shown. */
export function readReference(name: string, text: string): Reference {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${name} is not GeoJSON.`);
  }
  const features = areasIn(json);
  if (!features.length) throw new Error(`${name} holds no areas (Polygon or MultiPolygon).`);
  return { name, areas: { type: "FeatureCollection", features } };
}

/** Compare place by place: inside the reference, and held by the outcome with more than one half of what is sure. */
export function agreement(reference: Reference, places: Places, state: DayState, outcome: number, doubt: number): Agreement {
  const polygons = reference.areas.features.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
  );
  const boxed = polygons.map((rings) => ({ rings, box: boxOf(rings[0]!) }));
  let compared = 0;
  const differ: number[] = [];
  for (let i = 0; i < places.id.length; i++) {
    const [lon, lat, share] = [places.lon[i], places.lat[i], state.values[outcome]![i]!];
    if (lon == null || lat == null || share === UNKNOWN) continue;
    compared++;
    const ours = share + state.values[doubt]![i]! / 2 > 50;
    const theirs = boxed.some(({ rings, box }) => within(box, lon, lat) && inside(rings, lon, lat));
    if (ours !== theirs) differ.push(i);
  }
  return { compared, same: compared - differ.length, differ };
}

function areasIn(json: unknown): Feature<Polygon | MultiPolygon>[] {
  if (typeof json !== "object" || json === null) return [];
  const { type, features, geometry, geometries } = json as Record<string, unknown>;
  if (type === "FeatureCollection" && Array.isArray(features)) return features.flatMap(areasIn);
  if (type === "Feature") return areasIn(geometry);
  if (type === "GeometryCollection" && Array.isArray(geometries)) return geometries.flatMap(areasIn);
  if (type !== "Polygon" && type !== "MultiPolygon") return [];
  return [{ type: "Feature", properties: {}, geometry: json as Polygon | MultiPolygon }];
}

function boxOf(ring: readonly Position[]): [number, number, number, number] {
  return ring.reduce<[number, number, number, number]>(
    ([w, s, e, n], [x, y]) => [Math.min(w, x!), Math.min(s, y!), Math.max(e, x!), Math.max(n, y!)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

function within([w, s, e, n]: readonly [number, number, number, number], lon: number, lat: number): boolean {
  return lon >= w && lon <= e && lat >= s && lat <= n;
}

/** Even-odd rule over all rings, so that holes count as outside. */
function inside(rings: readonly Position[][], lon: number, lat: number): boolean {
  let odd = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi, xj, yj] = [ring[i]![0]!, ring[i]![1]!, ring[j]![0]!, ring[j]![1]!];
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd;
    }
  return odd;
}
