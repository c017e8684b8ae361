// What can be wrong with a reading, and which words say what is right.
import type { CorrectionAsked } from "../api/types";

export type Fault = CorrectionAsked["fault"];

export interface FaultWords {
  readonly fault: Fault;
  readonly name: string;
  /** what becomes of the claim where nobody says what is right */
  readonly otherwise: string;
  readonly fields: readonly string[];
}

export const FAULTS: readonly FaultWords[] = [
  { fault: "no-claim", name: "It claims nothing of the kind", otherwise: "The claim is withdrawn.", fields: [] },
  { fault: "place", name: "Wrong place", otherwise: "Left empty, the place becomes unknown.", fields: ["place"] },
  {
    fault: "content", name: "Wrong kind, status or party",
    otherwise: "Left empty, the claim is withdrawn.", fields: ["kind", "status", "actor"],
  },
  {
    fault: "voice", name: "Wrong speaker, side or stance",
    otherwise: "Left empty, the claim is withdrawn.", fields: ["speaker", "side", "stance"],
  },
  { fault: "days", name: "Wrong days", otherwise: "Left empty, the days become unknown.", fields: ["start", "end"] },
];

export const FIELD: Record<string, string> = {
  place: "Place", place_id: "Place id", relation: "Relation", kind: "Kind", status: "Status", actor: "Party",
  speaker: "Speaker", side: "Side", stance: "Stance", start: "First day", end: "Last day",
};

/** The kinds of claims and the states that each knows (docs/codebook.md). */
export const STATUSES: Readonly<Record<string, readonly string[]>> = {
  control: ["holds", "took", "lost", "contested"], advance: [], clash: [], strike: [],
  encirclement: ["complete", "partial", "threatened"], withdrawal: [], strength: [], loss: [],
  asset: ["operating", "suspended", "evacuating", "damaged", "destroyed", "captured"], outlook: [],
};
export const STANCES: readonly string[] = ["asserts", "denies", "doubts"];

/** What is sent: the fields of the fault that were filled in, and no others. */
export function asked(
  subject: string, fault: Fault, reason: string, filled: Readonly<Record<string, string>>,
): CorrectionAsked {
  const { fields } = FAULTS.find((one) => one.fault === fault)!;
  const given = Object.fromEntries(fields.map((name) => [name, (filled[name] ?? "").trim()] as const).filter(([, value]) => value));
  return { subject, fault, reason: reason.trim(), given };
}
