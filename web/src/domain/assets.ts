// What was said last of a mine, plant or bridge, and how a map can tell it.
import type { FeatureCollection, Point } from "geojson";
import type { Asset } from "../api/types";

/** How a mark looks: what was said last of the thing. */
export type Look = "running" | "stopped" | "hurt" | "taken" | "silent";

export const LOOKS: Record<Look, string> = {
  running: "works",
  stopped: "stopped",
  hurt: "damaged or destroyed",
  taken: "captured",
  silent: "nothing",
};

const LOOK_OF: Record<string, Look> = {
  operating: "running", suspended: "stopped", evacuating: "stopped", damaged: "hurt", destroyed: "hurt", captured: "taken",
};

export function lookOf(asset: Asset): Look {
  const last = asset.states[0];
  return (last && LOOK_OF[last.status]) ?? "silent";
}

export function assetPoints(assets: readonly Asset[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: assets.map((asset, id) => ({
      type: "Feature",
      id,
      properties: { asset: asset.id, name: asset.name, icon: `${asset.asset_class}-${lookOf(asset)}`, look: lookOf(asset) },
      geometry: { type: "Point", coordinates: [asset.lon, asset.lat] },
    })),
  };
}

/** Assets within so many km of a point, the nearest first. */
export function assetsNear(assets: readonly Asset[], lon: number, lat: number, withinKm: number): [Asset, number][] {
  return assets
    .map((asset): [Asset, number] => [asset, kmBetween(lon, lat, asset.lon, asset.lat)])
    .filter(([, away]) => away <= withinKm)
    .sort((a, b) => a[1] - b[1]);
}

/** Great-circle distance on a sphere of 6371 km. */
export function kmBetween(lon: number, lat: number, lon2: number, lat2: number): number {
  const turn = Math.PI / 180;
  const [a, b] = [Math.sin(((lat2 - lat) * turn) / 2), Math.sin(((lon2 - lon) * turn) / 2)];
  return 2 * 6371 * Math.asin(Math.sqrt(a * a + Math.cos(lat * turn) * Math.cos(lat2 * turn) * b * b));
}
