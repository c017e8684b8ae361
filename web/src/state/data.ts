// What has been fetched, and the fetching that a changed selection asks for.
import type { FeatureCollection } from "geojson";
import { ApiError, api } from "../api/client";
import type { Asset, Days, Dispute, Places, Reference, Theatre } from "../api/types";
import { type Day, addDays, clampDay } from "../domain/days";
import { StepTable } from "../domain/steps";
import { Ground } from "../map/ground";
import type { Selection } from "./selection";
import type { Store } from "./store";

export interface Data {
  readonly theatre: Theatre | null;
  readonly places: Places | null;
  readonly steps: StepTable | null;
  /** the as_of that `steps` belongs to */
  readonly stepsKnown: Day | null;
  readonly days: Days | null;
  readonly ground: Ground | null;
  readonly basemap: FeatureCollection | null;
  readonly front: FeatureCollection | null;
  readonly disputes: readonly Dispute[];
  /** what was said of each by the day shown and the known day */
  readonly assets: readonly Asset[];
  /** the map of others that is laid over ours */
  readonly reference: Reference | null;
  readonly problem: string | null;
  readonly loading: boolean;
}

export const NO_DATA: Data = {
  theatre: null, places: null, steps: null, stepsKnown: null, days: null, ground: null, basemap: null,
  front: null, disputes: [], assets: [], reference: null, problem: null, loading: true,
};

/** Load what every view needs. */
export async function loadBase(data: Store<Data>, selection: Store<Selection>): Promise<void> {
  try {
    const known = selection.value.known;
    void api.basemap().then((basemap) => data.update({ basemap }), () => {});
    const coming = api.places();
    const theatre = await api.theatre();
    const assessed = theatre.first ? api.steps(known) : null;
    if (assessed) void api.days().then((days) => data.update({ days }), () => {});
    const places = await coming;
    data.update({ theatre, places, ground: new Ground(places) });
    // An address of a day that nothing is known of must not go on naming it beside the map of another day.
    if (selection.value.day) selection.update({ day: shownDay(theatre, selection.value) });
    if (assessed) data.update({ steps: new StepTable(await assessed), stepsKnown: known });
    data.update({ loading: false });
  } catch (error) {
    data.update({ problem: told(error), loading: false });
  }
}

/** The day shown, once it is known which days there are. */
export function shownDay(theatre: Theatre | null, selection: Selection): Day | null {
  if (!theatre?.first || !theatre.last) return null;
  return clampDay(selection.day ?? theatre.last, theatre.first, theatre.last);
}

/** The days around the one shown whose lines are asked for ahead, so that a step or the play finds them here. */
const AHEAD = [1, -1, 2, -2, 3];
const FRONTS_KEPT = 200;
/** The line is asked for when the day rests: while it is dragged the ground tells enough. */
const REST_MS = 200;

/** Keep line, disputes and steps in step with the day and the known day. */
export function followSelection(data: Store<Data>, selection: Store<Selection>): void {
  const fronts = new Map<string, FeatureCollection>();
  const frontOf = async (day: Day, known: Day | null, signal: AbortSignal): Promise<FeatureCollection> => {
    const key = `${day} ${known}`;
    const front = fronts.get(key) ?? (await api.front(day, known, signal));
    fronts.delete(key);
    fronts.set(key, front);
    if (fronts.size > FRONTS_KEPT) fronts.delete(fronts.keys().next().value!);
    return front;
  };
  const dayIs = latest(async (day: Day, known: Day | null, signal: AbortSignal) => {
    const front = frontOf(day, known, signal).then((front) => signal.aborted || data.update({ front }));
    const disputes = api.disputes(day, known, signal).then((disputes) => data.update({ disputes }));
    const assets = api.assets(known && known < day ? known : day, signal).then((assets) => data.update({ assets }));
    await Promise.all([front, disputes, assets]);
    data.update({ problem: null });
    const { first, last } = data.value.theatre!;
    for (const days of AHEAD) {
      const next = addDays(day, days);
      if (!signal.aborted && next >= first! && next <= last!) await frontOf(next, known, signal);
    }
  }, REST_MS, data);
  const knownIs = latest(async (known: Day | null, signal: AbortSignal) => {
    if (known === data.value.stepsKnown) return;
    fronts.clear();
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
    if (asked.split(" ")[1] !== `${known}`) knownIs(known);
    asked = key;
    const front = fronts.get(key);
    if (front) data.update({ front });
    dayIs(day, known);
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
