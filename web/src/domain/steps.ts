// The whole history of probabilities, so that a change of day is a computation on this page.
import type { Steps } from "../api/types";
import { type Day, daysBetween } from "./days";

/** Percentages of one day: `values[k]` holds outcome k of every place. 255 stands for "no assessment". */
export interface DayState {
  readonly values: readonly Uint8Array[];
}

export const UNKNOWN = 255;

export class StepTable {
  readonly first: Day;
  readonly days: number;
  readonly outcomes: readonly string[];
  readonly size: number;
  private readonly start: Int32Array;
  private readonly day: Int32Array;
  private readonly percent: Uint8Array[];
  private last: { readonly day: number; readonly state: DayState } | null = null;

  constructor(steps: Steps) {
    this.first = steps.first;
    this.days = steps.days;
    this.outcomes = steps.outcomes;
    this.size = steps.count.length;
    this.start = new Int32Array(this.size + 1);
    steps.count.forEach((count, place) => {
      this.start[place + 1] = this.start[place]! + count;
    });
    this.day = Int32Array.from(steps.day);
    this.percent = steps.percent.map((column) => Uint8Array.from(column));
  }

  index(day: Day): number {
    return daysBetween(this.first, day);
  }

  /** The state of every place on a day given by its number from `first`. The last answer is kept. */
  at(dayIndex: number): DayState {
    if (this.last?.day !== dayIndex) this.last = { day: dayIndex, state: this.stateAt(dayIndex) };
    return this.last.state;
  }

  /** How many steps lie in a range of days, per place. */
  changesIn(from: number, to: number): Uint16Array {
    const changes = new Uint16Array(this.size);
    for (let place = 0; place < this.size; place++)
      for (let step = this.start[place]!; step < this.start[place + 1]!; step++)
        if (this.day[step]! > from && this.day[step]! <= to) changes[place]!++;
    return changes;
  }

  private stateAt(dayIndex: number): DayState {
    const values = this.percent.map(() => new Uint8Array(this.size).fill(UNKNOWN));
    for (let place = 0; place < this.size; place++) {
      const step = this.stepOf(place, dayIndex);
      if (step >= 0) values.forEach((column, k) => (column[place] = this.percent[k]![step]!));
    }
    return { values };
  }

  private stepOf(place: number, dayIndex: number): number {
    let low = this.start[place]!;
    let high = this.start[place + 1]!;
    const begin = low;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.day[middle]! <= dayIndex) low = middle + 1;
      else high = middle;
    }
    return low > begin ? low - 1 : -1;
  }
}

/** Places whose state differs between two days; all that are known when there was none before. */
export function changed(before: DayState | null, after: DayState): number[] {
  const places: number[] = [];
  const size = after.values[0]?.length ?? 0;
  for (let place = 0; place < size; place++)
    if (after.values.some((column, k) => column[place] !== (before ? before.values[k]![place] : UNKNOWN)))
      places.push(place);
  return places;
}
