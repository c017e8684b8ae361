// Who answers whom: the claims of a place ordered for reading.
import type { Claim } from "../api/types";

/** An assertion and what the sides said against it. */
export interface Thread {
  readonly claim: Claim;
  readonly answers: readonly Claim[];
}

export interface Reading {
  readonly threads: readonly Thread[];
  /** what is in no thread, by side, newest first */
  readonly rest: ReadonlyMap<string, readonly Claim[]>;
}

const CONTROL = new Set(["control", "encirclement", "withdrawal", "advance"]);

/** Up to `most` threads, those about control and then the newest first; a claim stands in one place only. */
export function read(claims: readonly Claim[], sides: readonly string[], most = 2): Reading {
  const newest = [...claims].sort(byDay);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const used = new Set<string>();
  const threads: Thread[] = [];
  const answered = newest.filter((claim) => sides.includes(claim.side) && claim.answered_by.length);
  for (const claim of answered.sort((a, b) => weight(a) - weight(b) || secondHand(a, byId) - secondHand(b, byId) || bestAnswer(a, byId) - bestAnswer(b, byId))) {
    if (threads.length >= most) break;
    if (used.has(claim.id)) continue;
    const answers = claim.answered_by
      .map((id) => byId.get(id))
      .filter((answer): answer is Claim => answer !== undefined && answer.side !== claim.side && !used.has(answer.id))
      .sort((a, b) => directness(a) - directness(b) || Number(a.report === claim.report) - Number(b.report === claim.report) || byDay(a, b))
      .slice(0, 2);
    if (!answers.length) continue;
    threads.push({ claim, answers });
    for (const one of [claim, ...answers]) used.add(one.id);
  }
  const rest = new Map<string, Claim[]>();
  for (const claim of newest) {
    if (used.has(claim.id)) continue;
    const column = sides.includes(claim.side) ? claim.side : "others";
    rest.set(column, [...(rest.get(column) ?? []), claim]);
  }
  for (const column of rest.values()) column.sort((a, b) => weight(a) - weight(b) || byDay(a, b));
  return { threads, rest };
}

/** A claim known only from the sentence that denies it tells less than one that has a report of its own. */
function secondHand(claim: Claim, byId: ReadonlyMap<string, Claim>): number {
  return claim.answered_by.every((id) => byId.get(id)?.report === claim.report) ? 1 : 0;
}

/** How direct the most direct answer to a claim is. */
function bestAnswer(claim: Claim, byId: ReadonlyMap<string, Claim>): number {
  return Math.min(...claim.answered_by.flatMap((id) => byId.get(id) ?? []).map(directness));
}

function weight(claim: Claim): number {
  return CONTROL.has(claim.kind) ? 0 : 1;
}

function directness(claim: Claim): number {
  return claim.stance === "denies" ? 0 : claim.stance === "doubts" ? 1 : 2;
}

function byDay(a: Claim, b: Claim): number {
  return (b.published ?? "").localeCompare(a.published ?? "");
}
