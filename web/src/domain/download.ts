// What is on screen, as files.
import type { FeatureCollection } from "geojson";
import type { Claim, Panel, Places } from "../api/types";
import type { Day } from "./days";
import { type StepTable, UNKNOWN } from "./steps";

/** The state of every assessed place on a day: one row each, probabilities in whole percent. */
export function controlCsv(places: Places, steps: StepTable, day: Day): string {
  const { values } = steps.at(steps.index(day));
  const head = ["place_id", "name", "region", "lon", "lat", "day", ...steps.outcomes.map((one) => `p_${one.toLowerCase()}`)];
  const rows = places.id.flatMap((id, i) =>
    values[0]![i] === UNKNOWN
      ? []
      : [[id, places.name[i], places.regions[places.region[i]!] ?? "", places.lon[i], places.lat[i], day,
          ...values.map((column) => column[i]! / 100)]],
  );
  return csv([head, ...rows]);
}

/** The claims of a panel. Words that are not the outlet's own stand under `retold`, never under `quote`. */
export function claimsCsv(panel: Panel): string {
  const head = ["id", "published", "speaker", "side", "stance", "summary", "quote", "retold", "outlet", "url"];
  const row = (claim: Claim): unknown[] => [
    claim.id, claim.published, claim.speaker, claim.side, claim.stance, claim.summary,
    claim.quote, claim.quote ? null : claim.text, claim.outlet, claim.url,
  ];
  return csv([head, ...panel.claims.map(row)]);
}

export function csv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe. */
function cell(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function frontGeojson(front: FeatureCollection, day: Day, note: string): string {
  return JSON.stringify({ ...front, day, note });
}
