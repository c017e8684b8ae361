// The ground that lies nearest to each settlement, as polygons.
import { Delaunay } from "d3-delaunay";
import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import type { Places } from "../api/types";

type Box = readonly [number, number, number, number];

/**
 * One polygon per place, with the place's index as id, within a box of degrees.
 * Nearest is meant on the Mercator plane: true to angles, so right at the size of a cell.
 */
export function cells(places: Places, box: Box): FeatureCollection<Polygon> {
  const [west, south, east, north] = box;
  const points = places.lon.map((lon, i): [number, number] => [lon, mercator(places.lat[i]!)]);
  const voronoi = Delaunay.from(points).voronoi([west, mercator(south), east, mercator(north)]);
  const features: Feature<Polygon>[] = [];
  for (let i = 0; i < points.length; i++) {
    const ring = voronoi.cellPolygon(i);
    if (!ring) continue; // two places on one point: the first has the cell
    const outline = ring.map(([x, y]) => [round(x!), round(latitude(y!))]);
    features.push({ type: "Feature", id: i, properties: {}, geometry: { type: "Polygon", coordinates: [outline] } });
  }
  return { type: "FeatureCollection", features };
}

export function points(places: Places): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: places.lon.map((lon, i) => ({
      type: "Feature",
      id: i,
      properties: { name: places.name[i], population: places.population[i] },
      geometry: { type: "Point", coordinates: [lon, places.lat[i]!] },
    })),
  };
}

/** A box that holds all places, with a margin, cut to the theatre's. */
export function boxOf(places: Places, bounds: Box, margin = 0.3): Box {
  const range = (values: readonly number[]): [number, number] =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const [west, east] = range(places.lon);
  const [south, north] = range(places.lat);
  return [
    Math.max(bounds[0], west - margin), Math.max(bounds[1], south - margin),
    Math.min(bounds[2], east + margin), Math.min(bounds[3], north + margin),
  ];
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
