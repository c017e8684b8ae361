// The ground that lies nearest to each settlement, as polygons.
import { Delaunay } from "d3-delaunay";
import type { Feature, FeatureCollection, Point as PointShape, Polygon } from "geojson";
import type { Places } from "../api/types";

/** Ground farther than this from every settlement has no colour: nothing is known of it. */
const REACH_KM = 20;
const KM_PER_DEGREE = 111.2;
type Point = [number, number];
type Box = readonly [number, number, number, number];

interface Spot {
  readonly index: number;
  readonly lon: number;
  readonly lat: number;
}

/** The places that may be drawn: those whose point is not computed from words. */
export function spots(places: Places): Spot[] {
  return places.id.flatMap((_, index) => {
    const [lon, lat] = [places.lon[index], places.lat[index]];
    return lon == null || lat == null ? [] : [{ index, lon, lat }];
  });
}

/**
 * One polygon per place, with the place's index as id, within a box of degrees.
 * Nearest is meant on the Mercator plane: true to angles, so right at the size of a cell.
 */
export function cells(places: Places, box: Box): FeatureCollection<Polygon> {
  const [west, south, east, north] = box;
  const drawn = spots(places);
  const points = drawn.map(({ lon, lat }): Point => [lon, mercator(lat)]);
  const voronoi = Delaunay.from(points).voronoi([west, mercator(south), east, mercator(north)]);
  const features: Feature<Polygon>[] = [];
  drawn.forEach(({ index, lat }, i) => {
    const ring = voronoi.cellPolygon(i);
    if (!ring) return; // two places on one point: the first has the cell
    const near = clip(ring as Point[], around(points[i]!, lat));
    const outline = near.map(([x, y]) => [round(x), round(latitude(y))]);
    features.push({ type: "Feature", id: index, properties: {}, geometry: { type: "Polygon", coordinates: [outline] } });
  });
  return { type: "FeatureCollection", features };
}

export function points(places: Places): FeatureCollection<PointShape> {
  return {
    type: "FeatureCollection",
    features: spots(places).map(({ index, lon, lat }) => ({
      type: "Feature",
      id: index,
      properties: { name: places.name[index], population: places.population[index] },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}

/** A box that holds all places, with a margin, cut to the theatre's. */
export function boxOf(places: Places, bounds: Box, margin = 0.3): Box {
  const drawn = spots(places);
  const range = (values: readonly number[]): [number, number] =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const [west, east] = range(drawn.map(({ lon }) => lon));
  const [south, north] = range(drawn.map(({ lat }) => lat));
  return [
    Math.max(bounds[0], west - margin), Math.max(bounds[1], south - margin),
    Math.min(bounds[2], east + margin), Math.min(bounds[3], north + margin),
  ];
}

/** A ring of 24 corners around a point, counterclockwise. */
function around([x, y]: Point, lat: number): Point[] {
  const radius = REACH_KM / KM_PER_DEGREE / Math.cos(lat / DEGREES);
  return Array.from({ length: 24 }, (_, k): Point => {
    const angle = (k * Math.PI) / 12;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** What of a closed ring lies within a convex one given counterclockwise (Sutherland and Hodgman 1974). Closed again. */
function clip(ring: readonly Point[], within: readonly Point[]): Point[] {
  let left: Point[] = ring.slice(0, -1);
  within.forEach((a, k) => {
    const b = within[(k + 1) % within.length]!;
    const side = (p: Point): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
    const kept: Point[] = [];
    left.forEach((p, i) => {
      const q = left[(i + 1) % left.length]!;
      const [sp, sq] = [side(p), side(q)];
      if (sp >= 0) kept.push(p);
      if (sp >= 0 !== sq >= 0) kept.push([p[0] + ((q[0] - p[0]) * sp) / (sp - sq), p[1] + ((q[1] - p[1]) * sp) / (sp - sq)]);
    });
    left = kept;
  });
  return left.length ? [...left, left[0]!] : left;
}

const DEGREES = 180 / Math.PI;

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + lat / DEGREES / 2)) * DEGREES;
}

function latitude(y: number): number {
  return (2 * Math.atan(Math.exp(y / DEGREES)) - Math.PI / 2) * DEGREES;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
