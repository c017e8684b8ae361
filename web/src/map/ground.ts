// The ground between the settlements: triangles to colour, and the nearest settlement to a point.
import { Delaunay } from "d3-delaunay";
import type { FeatureCollection, Point as PointShape } from "geojson";
import type { Places } from "../api/types";
import { ranks } from "../domain/rank";

/** Of ground farther than this from every settlement nothing is known. */
export const REACH_KM = 20;
const WORLD_KM = 40_075;
const DEGREES = 180 / Math.PI;
/** No place: a point at the edge of what is known, towards which colour fades. */
export const BEYOND = -1;
/** Points of the edge stand at least so far apart, as a part of REACH_KM. */
const EDGE_SPACING = 0.25;
const DIRECTIONS = 16;

export type Box = readonly [number, number, number, number];

/**
 * Places as sites on the Mercator plane (x and y from 0 to 1, y to the south). It is true to angles, so "nearest" is
 * right at the size of a cell.
 */
export class Ground {
  /** the place of each site; BEYOND for those that only surround the others */
  readonly place: Int32Array;
  /** x, y of each site */
  readonly xy: Float64Array;
  /** three sites each */
  readonly triangles: Uint32Array;
  private readonly delaunay: Delaunay<unknown>;

  constructor(places: Places) {
    const drawn = places.id.flatMap((_, index) => (isDrawn(places, index) ? [index] : []));
    const sites = Float64Array.from(drawn.flatMap((index) => mercator(places.lon[index]!, places.lat[index]!)));
    this.delaunay = new Delaunay(sites);
    const edge = edgeAround(this.delaunay, sites);
    this.place = Int32Array.from([...drawn, ...edge.map(() => BEYOND)]);
    this.xy = Float64Array.from([...sites, ...edge.flat()]);
    this.triangles = new Delaunay(this.xy).triangles;
  }

  /** The settlement nearest to a point, null where none is within REACH_KM. */
  nearest(lon: number, lat: number): number | null {
    const [x, y] = mercator(lon, lat);
    const site = this.delaunay.find(x, y);
    if (!(site >= 0)) return null;
    const away = Math.hypot(this.xy[2 * site]! - x, this.xy[2 * site + 1]! - y);
    return away <= reachAt(this.xy[2 * site + 1]!) ? this.place[site]! : null;
  }
}

/** Whether a place's point may be drawn: it is not computed from words. */
function isDrawn(places: Places, index: number): boolean {
  return places.lon[index] != null && places.lat[index] != null;
}

export function points(places: Places): FeatureCollection<PointShape> {
  const rank = ranks(places);
  return {
    type: "FeatureCollection",
    features: places.id.flatMap((_, index) =>
      isDrawn(places, index)
        ? [{
            type: "Feature" as const,
            id: index,
            properties: { name: places.name[index], population: places.population[index], rank: rank[index] },
            geometry: { type: "Point" as const, coordinates: [places.lon[index]!, places.lat[index]!] },
          }]
        : [],
    ),
  };
}

export function mercator(lon: number, lat: number): [number, number] {
  return [0.5 + lon / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + lat / DEGREES / 2)) / (2 * Math.PI)];
}

function kmPerUnit(y: number): number {
  return WORLD_KM / Math.cosh((0.5 - y) * 2 * Math.PI);
}

/** REACH_KM in units of the plane. */
function reachAt(y: number): number {
  return REACH_KM / kmPerUnit(y);
}

/** Points that are REACH_KM away from the nearest site: around all sites, and in wide gaps between them. */
function edgeAround(delaunay: Delaunay<unknown>, sites: Float64Array): [number, number][] {
  const taken = new Set<string>();
  return [...lonely(delaunay, sites)].flatMap((site) => {
    const [x, y] = [sites[2 * site]!, sites[2 * site + 1]!];
    const reach = reachAt(y);
    return Array.from({ length: DIRECTIONS }, (_, k): [number, number] => {
      const turn = (2 * Math.PI * k) / DIRECTIONS;
      return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
    }).filter(([east, south]) => {
      const near = delaunay.find(east, south, site);
      if (Math.hypot(sites[2 * near]! - east, sites[2 * near + 1]! - south) < reach * 0.97) return false;
      const cell = `${Math.round(east / (reach * EDGE_SPACING))} ${Math.round(south / (reach * EDGE_SPACING))}`;
      return !taken.has(cell) && taken.add(cell);
    });
  });
}

/** Sites that have ground beyond their reach which no other site is nearer to. */
function lonely({ hull, triangles }: Delaunay<unknown>, sites: Float64Array): Set<number> {
  const found = new Set<number>(hull);
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!] as const;
    if (circumradius(corners, sites) > reachAt(sites[2 * corners[0] + 1]!)) corners.forEach((site) => found.add(site));
  }
  return found;
}

function circumradius([i, j, k]: readonly [number, number, number], xy: Float64Array): number {
  const side = (a: number, b: number): number => Math.hypot(xy[2 * a]! - xy[2 * b]!, xy[2 * a + 1]! - xy[2 * b + 1]!);
  const twice = (xy[2 * j]! - xy[2 * i]!) * (xy[2 * k + 1]! - xy[2 * i + 1]!) - (xy[2 * k]! - xy[2 * i]!) * (xy[2 * j + 1]! - xy[2 * i + 1]!);
  return (side(i, j) * side(j, k) * side(k, i)) / (2 * Math.abs(twice));
}
