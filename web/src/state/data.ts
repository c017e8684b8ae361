// What has been fetched, and the fetching that a changed selection asks for.
import type { FeatureCollection, Polygon } from "geojson";
import { ApiError, api } from "../api/client";
import type { Days, Dispute, Places, Theatre } from "../api/types";
import { type Day, clampDay } from "../domain/days";
import { StepTable } from "../domain/steps";
import { boxOf, cells } from "../map/cells";
import type { Selection } from "./selection";
import type { Store } from "./store";

export interface Data {
  readonly theatre: Theatre | null;
  readonly places: Places | null;
  readonly steps: StepTable | null;
  /** the as_of that `steps` belongs to */
  readonly stepsKnown: Day | null;
  readonly days: Days | null;
  /** the ground nearest to each settlement, by the settlement's index */
  readonly ground: FeatureCollection<Polygon> | null;
  readonly basemap: FeatureCollection | null;
  readonly front: FeatureCollection | null;
  readonly disputes: readonly Dispute[];
  readonly problem: string | null;
  readonly loading: boolean;
}

export const NO_DATA: Data = {
  theatre: null, places: null, steps: null, stepsKnown: null, days: null, ground: null, basemap: null,
  front: null, disputes: [], problem: null, loading: true,
};

/** Load what every view needs. */
export async function loadBase(data: Store<Data>, selection: Store<Selection>): Promise<void> {
  try {
    const basemap = api.basemap().catch(() => null);
    const [theatre, places] = await Promise.all([api.theatre(), api.places()]);
    data.update({ theatre, places, ground: cells(places, boxOf(places, theatre.bounds as [number, number, number, number])) });
    if (theatre.first && theatre.last) {
      const known = selection.value.known;
      const [steps, days] = await Promise.all([api.steps(known), api.days()]);
      data.update({ steps: new StepTable(steps), stepsKnown: known, days });
    }
    data.update({ basemap: await basemap, loading: false });
  } catch (error) {
    data.update({ problem: told(error), loading: false });
  }
}

/** The day shown, once it is known which days there are. */
export function shownDay(theatre: Theatre | null, selection: Selection): Day | null {
  if (!theatre?.first || !theatre.last) return null;
  return clampDay(selection.day ?? theatre.last, theatre.first, theatre.last);
}

/** Keep line, disputes and steps in step with the day and the known day. */
export function followSelection(data: Store<Data>, selection: Store<Selection>): void {
  const frontOf = latest(async (day: Day, known: Day | null, signal: AbortSignal) => {
    const front = api.front(day, known, signal).then((front) => data.update({ front }));
    const disputes = api.disputes(day, known, signal).then((disputes) => data.update({ disputes }));
    await Promise.all([front, disputes]);
    data.update({ problem: null });
  }, 60, data);
  const stepsOf = latest(async (known: Day | null, signal: AbortSignal) => {
    if (known === data.value.stepsKnown) return;
    data.update({ steps: new StepTable(await api.steps(known, signal)), stepsKnown: known, problem: null });
  }, 150, data);
  let asked = "";
  const follow = (): void => {
    const { theatre, steps } = data.value;
    const day = shownDay(theatre, selection.value);
    if (!day || !steps) return;
    const { known } = selection.value;
    const key = `${day} ${known}`;
    if (key === asked) return;
    if (asked.split(" ")[1] !== `${known}`) stepsOf(known);
    asked = key;
    frontOf(day, known);
  };
  selection.listen(follow);
  data.listen(follow);
}

/** Run only the last of many calls, after a pause; earlier ones are called off. */
function latest<A extends unknown[]>(
  run: (...args: [...A, AbortSignal]) => Promise<void>,
  pause: number,
  data: Store<Data>,
): (...args: A) => void {
  let timer = 0;
  let control = new AbortController();
  return (...args) => {
    clearTimeout(timer);
    control.abort();
    control = new AbortController();
    const { signal } = control;
    timer = window.setTimeout(() => {
      run(...args, signal).catch((error) => {
        if (!signal.aborted) data.update({ problem: told(error) });
      });
    }, pause);
  };
}

export function told(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return "Something on this page failed. Reload it; if it stays, tell us the address.";
}
