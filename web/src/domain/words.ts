// The words of the page. Sides are named by the theatre; nothing here knows a war.
import type { Claim, Theatre } from "../api/types";

export function nameOf(theatre: Theatre, outcome: string): string {
  return theatre.sides.find((side) => side.id === outcome)?.name ?? OTHER[outcome] ?? outcome;
}

const OTHER: Record<string, string> = {
  contested: "contested",
  independent: "independent",
  unknown: "unnamed source",
};

export const ANSWER: Record<Claim["stance"], string> = {
  asserts: "contradicted by",
  denies: "denied by",
  doubts: "doubted by",
};

/** Who speaks: as written, the office the pack knows, or the outlet in its own voice. */
export function voice(claim: Claim): string {
  return claim.speaker ?? (claim.side === "unknown" ? "an unnamed source" : claim.outlet) ?? "the report itself";
}

export function percent(probability: number): string {
  const whole = Math.round(probability * 100);
  return whole === 0 && probability > 0 ? "< 1 %" : whole === 100 && probability < 1 ? "> 99 %" : `${whole} %`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
