// The two stores of the page and what moves them.
import { NO_DATA, type Data, shownDay } from "./data";
import { type Selection, fromHash, toHash } from "./selection";
import { Store } from "./store";
import { addDays, clampDay } from "../domain/days";

export const data = new Store<Data>(NO_DATA);
export const selection = new Store<Selection>(fromHash(location.hash));

/** What is dragged changes many times a second; its address is written when the reader rests, for a browser redraws more
 * than the page for it. Everything else is a choice, and stands in the address at once: a page read anew keeps it. */
const DRAGGED: ReadonlySet<string> = new Set<keyof Selection>(["day", "known", "camera"]);
const REST_MS = 300;

/** Keep the address and the selection equal, both ways. */
export function bindAddress(): void {
  let timer = 0;
  let written = selection.value;
  const write = (): void => {
    written = selection.value;
    const hash = toHash(written);
    if (hash !== location.hash) history.replaceState(null, "", hash);
  };
  selection.listen((next) => {
    clearTimeout(timer);
    const keys = Object.keys(next) as (keyof Selection)[];
    if (keys.some((key) => !DRAGGED.has(key) && next[key] !== written[key])) write();
    else timer = window.setTimeout(write, REST_MS);
  });
  window.addEventListener("hashchange", () => {
    if (location.hash !== toHash(selection.value)) selection.update(fromHash(location.hash));
  });
}

/** The address of what is shown now, also before it stands in the browser's bar. */
export function sharedAddress(): string {
  return new URL(toHash(selection.value), location.href).href;
}

/** Read everything anew, at what is chosen: after something was stored. */
export function reopen(change: Partial<Selection>): void {
  selection.update(change);
  history.replaceState(null, "", toHash(selection.value));
  location.reload();
}

export function moveDay(days: number): void {
  const { theatre } = data.value;
  const day = shownDay(theatre, selection.value);
  if (day) selection.update({ day: clampDay(addDays(day, days), theatre!.first!, theatre!.last!) });
}
