// From the prior to the posterior, one row at a time.
import type { Panel } from "../api/types";

export interface Fall {
  readonly label: string;
  readonly note: string;
  readonly claim: string | null;
  readonly ageDays: number;
  readonly reliability: number | null;
  readonly before: number;
  readonly after: number;
}

/** The probability of one outcome after the prior and after each row; the last `after` is the posterior. */
export function waterfall(panel: Panel, outcome: string): { readonly prior: number; readonly falls: readonly Fall[] } {
  const weights: Record<string, number> = { ...panel.prior_nats };
  const prior = probability(weights, outcome);
  let before = prior;
  const falls = panel.evidence.map((row) => {
    for (const [name, weight] of Object.entries(row.weight_nats)) weights[name] = (weights[name] ?? 0) + weight;
    const after = probability(weights, outcome);
    const { origin: label, note, claim, age_days: ageDays, reliability } = row;
    const fall: Fall = { label, note, claim, ageDays, reliability, before, after };
    before = after;
    return fall;
  });
  return { prior, falls };
}

function probability(weights: Record<string, number>, outcome: string): number {
  const top = Math.max(...Object.values(weights));
  const mass = Object.values(weights).reduce((sum, weight) => sum + Math.exp(weight - top), 0);
  return Math.exp((weights[outcome] ?? -Infinity) - top) / mass;
}
