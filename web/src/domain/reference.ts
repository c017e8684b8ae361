// A map that others made, laid over ours: its outline, and how far the two agree, in words.
import type { FeatureCollection, MultiPolygon } from "geojson";
import type { Reference } from "../api/types";
import { percent, plural } from "./words";

/** What the server takes. */
export const LARGEST_BYTES = 20 * 2 ** 20;

export function outlineOf(reference: Reference | null): FeatureCollection<MultiPolygon> {
  if (!reference) return { type: "FeatureCollection", features: [] };
  const geometry: MultiPolygon = { type: "MultiPolygon", coordinates: reference.outline };
  return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry }] };
}

/** One sentence a figure; figures that do not exist are left out. */
export function agreementWords({ agreement }: Reference, side: string): string[] {
  const { settlements, same, overlap, only_ours_km2: ours, only_theirs_km2: theirs, line_mean_km: mean, line_p95_km: p95 } = agreement;
  return [
    settlements ? `They agree on ${percent(same / settlements)} of ${plural(settlements, "settlement")} within 15 km of either line.` : "",
    overlap === null ? "" : `Of the ground near the lines that either gives to ${side}, both give it ${percent(overlap)}.`,
    `${km2(ours)} are ${side}'s only here, ${km2(theirs)} only there.`,
    mean === null || p95 === null ? "" : `The lines run ${km(mean)} apart on average, 95 % of them within ${km(p95)}.`,
  ].filter(Boolean);
}

function km2(area: number): string {
  return `${Math.round(area).toLocaleString("en")} km²`;
}

function km(distance: number): string {
  return `${distance.toFixed(distance < 10 ? 1 : 0)} km`;
}
