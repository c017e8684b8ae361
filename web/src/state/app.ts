// The two stores of the page and what moves them.
import { NO_DATA, type Data, shownDay } from "./data";
import { type Selection, fromHash, toHash } from "./selection";
import { Store } from "./store";
import { addDays, clampDay } from "../domain/days";

export const data = new Store<Data>(NO_DATA);
export const selection = new Store<Selection>(fromHash(location.hash));

/** The address is written when the reader rests: a browser redraws more than the page for it. */
const REST_MS = 300;

/** Keep the address and the selection equal, both ways. */
export function bindAddress(): void {
  let timer = 0;
  const write = (): void => {
    const hash = toHash(selection.value);
    if (hash !== location.hash) history.replaceState(null, "", hash);
  };
  selection.listen(() => {
    clearTimeout(timer);
    timer = window.setTimeout(write, REST_MS);
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
