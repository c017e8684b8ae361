// Keeps the map equal to data and selection. It listens to the stores itself: a change of day goes from the slider to
// the graphics card within the event that made it, whatever the rest of the page has to redraw.
import { assetPoints, lookOf } from "../domain/assets";
import { addDays, clampDay } from "../domain/days";
import { outlineOf } from "../domain/reference";
import { MOVED, moved } from "../domain/rows";
import { type Data, shownDay } from "../state/data";
import type { Selection } from "../state/selection";
import type { Store } from "../state/store";
import type { SalientMap } from "./map";

/** Returns what ends it. The theatre and its places must have been read. */
export function follow(map: SalientMap, data: Store<Data>, selection: Store<Selection>): () => void {
  const indexOf = new Map(data.value.places!.id.map((id, i) => [id, i]));
  // An address that says how near to look is obeyed.
  let shared = selection.value.camera !== null;
  const tasks = [
    task((data, { day }) => [data.steps, day], ({ steps }, { day }) => {
      if (steps && day) map.setState(steps.at(steps.index(day)));
    }),
    task((data, { day, board, since }) => [board === "changes" && data.steps, board === "changes" && day, since], (data, { day, board, since }) => {
      const { steps, theatre } = data;
      if (board !== "changes" || !steps || !day) return map.outline([]);
      const from = clampDay(addDays(day, -since), theatre!.first!, theatre!.last!);
      map.outline(moved(steps.at(steps.index(from)), steps.at(steps.index(day)), MOVED));
    }),
    task(({ front }) => [front], ({ front }) => front && map.put("front", front)),
    task(({ basemap }) => [basemap], ({ basemap }) => basemap && !map.hasBase && map.put("basemap", basemap)),
    // Most days tell nothing new of any asset: then the map above the surface need not be drawn again.
    task(({ assets }) => [assets.map((asset) => `${asset.id} ${lookOf(asset)}`).join()], ({ assets }) => map.put("assets", assetPoints(assets))),
    task(({ reference }) => [reference], ({ reference }) => map.put("reference", outlineOf(reference))),
    task(({ disputes }) => [disputes], ({ disputes }) => {
      const places = disputes.map((dispute) => indexOf.get(dispute.place.id));
      map.mark("disputed", places.filter((index) => index !== undefined));
    }),
    task((_, { place }) => [place], (_, { place }) => {
      const index = place === null ? undefined : indexOf.get(place);
      map.mark("chosen", index === undefined ? [] : [index]);
      if (index !== undefined) map.reveal(index, innerWidth <= 700 ? innerHeight * 0.5 : 0, shared);
    }),
  ];
  const update = (): void => {
    const seen = { ...selection.value, day: shownDay(data.value.theatre, selection.value) };
    for (const run of tasks) run(data.value, seen);
  };
  update();
  shared = false;
  const ends = [data.listen(update), selection.listen(update)];
  return () => ends.forEach((end) => end());
}

/** Acts when what it depends on is another thing than the last time. */
function task(
  inputs: (data: Data, selection: Selection) => readonly unknown[],
  act: (data: Data, selection: Selection) => void,
): (data: Data, selection: Selection) => void {
  let before: readonly unknown[] | null = null;
  return (data, selection) => {
    const now = inputs(data, selection);
    if (before && now.every((value, i) => value === before![i])) return;
    before = now;
    act(data, selection);
  };
}
