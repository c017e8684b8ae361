// Narrowing the board of disputes.
import type { Dispute } from "../api/types";

export interface Narrow {
  readonly region: string | null;
  /** whose claim is disputed */
  readonly side: string | null;
  /** open for at most so many days; negative: for more than so many */
  readonly days: number | null;
  readonly oldestFirst: boolean;
}

export const EVERYTHING: Narrow = { region: null, side: null, days: null, oldestFirst: false };

export function narrowed(disputes: readonly Dispute[], { region, side, days, oldestFirst }: Narrow): Dispute[] {
  return disputes
    .filter(
      (one) =>
        (region === null || one.place.region === region) &&
        (side === null || one.asserted.side === side) &&
        (days === null || (days > 0 ? one.age_days <= days : one.age_days > -days)),
    )
    .sort((a, b) => (oldestFirst ? b.age_days - a.age_days : a.age_days - b.age_days));
}
