// The two stores of the page and what moves them.
import { NO_DATA, type Data, shownDay } from "./data";
import { type Selection, fromHash, toHash } from "./selection";
import { Store } from "./store";
import { addDays, clampDay } from "../domain/days";

export const data = new Store<Data>(NO_DATA);
export const selection = new Store<Selection>(fromHash(location.hash));

/** Browsers let a page write its address a few times a second only. */
const ADDRESS_MS = 250;

/** Keep the address and the selection equal, both ways. */
export function bindAddress(): void {
  let timer = 0;
  let last = -Infinity;
  const write = (): void => {
    timer = 0;
    last = performance.now();
    const hash = toHash(selection.value);
    if (hash !== location.hash) history.replaceState(null, "", hash);
  };
  selection.listen(() => {
    timer ||= window.setTimeout(write, Math.max(last + ADDRESS_MS - performance.now(), 0));
  });
  window.addEventListener("hashchange", () => {
    if (location.hash !== toHash(selection.value)) selection.update(fromHash(location.hash));
  });
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
