// The map as rows.
import type { Places } from "../api/types";
import type { Day } from "./days";
import { type DayState, type StepTable, UNKNOWN, changed } from "./steps";

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly disputed: boolean;
  readonly now: readonly number[];
  readonly before: readonly number[];
}

/** Points of probability that count as a change. */
export const MOVED = 10;

/** Assessed places: with `changesOnly` those that moved, largest move first; else the most doubtful first. */
export function rowsOf(
  places: Places,
  steps: StepTable,
  day: Day,
  since: Day,
  disputed: ReadonlySet<string>,
  changesOnly: boolean,
): Row[] {
  const now = steps.at(steps.index(day)).values;
  const before = steps.at(steps.index(since)).values;
  const rows: Row[] = [];
  for (let i = 0; i < places.id.length; i++) {
    if (now[0]![i] === UNKNOWN) continue;
    const row: Row = {
      id: places.id[i]!,
      name: places.name[i]!,
      region: places.regions[places.region[i]!] ?? "",
      disputed: disputed.has(places.id[i]!),
      now: now.map((column) => column[i]!),
      before: before.map((column) => column[i]!),
    };
    if (!changesOnly || move(row) >= MOVED) rows.push(row);
  }
  const rank = changesOnly ? move : doubt;
  return rows.sort((a, b) => rank(b) - rank(a) || a.name.localeCompare(b.name));
}

/** Places whose probability of any outcome differs by at least `least` points. */
export function moved(before: DayState, after: DayState, least: number): number[] {
  return changed(before, after).filter((i) =>
    after.values.some((column, k) => before.values[k]![i] !== UNKNOWN && Math.abs(column[i]! - before.values[k]![i]!) >= least),
  );
}

export function move(row: Row): number {
  return Math.max(...row.now.map((now, k) => Math.abs(now - (row.before[k] === UNKNOWN ? now : row.before[k]!))));
}

function doubt(row: Row): number {
  return (row.disputed ? 1000 : 0) + 100 - Math.max(...row.now);
}
