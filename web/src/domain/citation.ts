// A claim as a reference that can be pasted into a text.
import type { Claim, Panel, Theatre } from "../api/types";
import { longDay } from "./days";
import { nameOf, percent, voice } from "./words";

/** Quote, speaker, outlet, date, address; then what Salient made of it, as of when. Retold words are no quotation. */
export function citation(claim: Claim, panel: Panel, theatre: Theatre, address: string): string {
  const words = claim.quote ? `“${claim.quote}”` : `${claim.summary} (retold by Salient, not the outlet's words)`;
  const carriers = claim.via.length ? `, via ${claim.via.join(", ")}` : "";
  const day = claim.published ? `, ${longDay(claim.published)}` : "";
  const source = `${voice(claim)}${carriers}; ${claim.outlet ?? claim.report}${day}${claim.url ? `, ${claim.url}` : ""}`;
  const odds = Object.entries(panel.probabilities ?? {}).map(([outcome, p]) => `${nameOf(theatre, outcome)} ${percent(p)}`);
  const verdict = `Salient on ${panel.place.name}, ${longDay(panel.day)}, as known on ${longDay(panel.as_of)}: ${panel.verdict.headline}`;
  const figures = odds.length ? ` (${odds.join(", ")})` : "";
  return `${words}\n— ${source}.\n${verdict}${figures}. Data ${theatre.version}, gazetteer ${theatre.gazetteer}, Salient ${theatre.software}. ${address}`;
}
