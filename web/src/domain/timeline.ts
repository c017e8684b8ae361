// The history of one place as shapes: a stepped curve, and marks for what was said.
import type { Claim, History } from "../api/types";
import { type Day, daysBetween } from "./days";

export interface Mark {
  readonly x: number;
  readonly lane: number;
  readonly claim: Claim;
}

/** A stepped SVG path of one outcome's percentages; x counts days from `first`, y runs down from 100 % at 0. */
export function steppedPath(history: History, outcome: string, first: Day, last: Day, height: number): string {
  const values = history.percent[outcome] ?? [];
  let path = "";
  history.day.forEach((day, i) => {
    const x = Math.max(daysBetween(first, day), 0);
    const y = (height * (100 - values[i]!)) / 100;
    path += i ? `H${x}V${round(y)}` : `M${x} ${round(y)}`;
  });
  return path && `${path}H${daysBetween(first, last) + 1}`;
}

/** Marks in lanes by voice: the sides in the order of the theatre, everyone else last. Only claims about the ground. */
export function marks(history: History, sides: readonly string[], first: Day, last: Day): Mark[] {
  return history.claims.flatMap((claim) => {
    if (!claim.published || claim.published < first || claim.published > last || !GROUND.has(claim.kind)) return [];
    const side = sides.indexOf(claim.side);
    return [{ x: daysBetween(first, claim.published) + 0.5, lane: side < 0 ? sides.length : side, claim }];
  });
}

const GROUND = new Set(["control", "advance", "clash", "encirclement", "withdrawal"]);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
