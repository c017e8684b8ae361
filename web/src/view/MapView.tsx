// The frame of the map. Its code comes by itself: what it draws is on the way meanwhile.
import { useEffect, useRef, useState } from "preact/hooks";
import type { SalientMap } from "../map/map";
import type { Box } from "../map/ground";
import type { Scheme } from "../map/palette";
import { activeBox } from "../map/view";
import { type Day } from "../domain/days";
import { nameOf, plural } from "../domain/words";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";

const mapCode = Promise.all([import("../map/map"), import("../map/follow")]);

interface Props {
  readonly scheme: Scheme;
  readonly day: Day;
  readonly onMap: (map: SalientMap | null) => void;
  readonly onFailure: () => void;
}

interface Hover {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

export function MapView({ scheme, day, onMap, onFailure }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<SalientMap | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [credit, setCredit] = useState("");
  const { theatre, places, ground, steps } = useStore(data);

  useEffect(() => {
    let ends = (): void => {};
    let gone = false;
    mapCode.then(([{ SalientMap }, { follow }]) => {
      if (gone) return;
      const start = selection.value.camera ?? activeBox(places!, steps!, theatre!.bounds as Box);
      const sides = theatre!.sides.map((side) => side.id);
      const made = new SalientMap(
        frame.current!, places!, ground!, steps!.outcomes.map((outcome) => sides.indexOf(outcome)), start, scheme,
        {
          onPlace: (index) => selection.update({ place: places!.id[index]!, board: null }),
          onAsset: (asset) => selection.update({ asset, board: "assets", place: null }),
          onHover: (place, x, y) => setHover(place === null ? null : { place, x, y }),
          onCamera: (camera) => selection.update({ camera }),
          onCredit: setCredit,
        },
        theatre!.map_style,
      );
      map.current = made;
      ends = follow(made, data, selection);
      onMap(made);
      Object.assign(window, { salientMap: made });
      void made.painted().then(() => {
        performance.mark("salient-map");
        frame.current?.parentElement?.setAttribute("data-painted", "");
      });
    }).catch(onFailure);
    return () => {
      gone = true;
      ends();
      map.current?.remove();
      onMap(null);
    };
  }, [places]);
  useEffect(() => map.current?.setScheme(scheme), [scheme]);
  useEffect(() => {
    const observer = new ResizeObserver(() => map.current?.resize());
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      <div class="map" ref={frame} role="application" aria-label={`Map of ${theatre!.name}. The same states are in the table.`} />
      <div class="zoom">
        <button type="button" aria-label="Closer" onClick={() => map.current?.zoom(1)}>+</button>
        <button type="button" aria-label="Farther" onClick={() => map.current?.zoom(-1)}>−</button>
      </div>
      {credit && <p class="credit">{credit}</p>}
      {hover && <Tip hover={hover} day={day} />}
    </>
  );
}

function Tip({ hover, day }: { readonly hover: Hover; readonly day: Day }) {
  const { theatre, places, steps, disputes } = data.value;
  const state = steps!.at(steps!.index(day));
  const shares = steps!.outcomes.map((outcome, k) => [outcome, state.values[k]![hover.place]!] as const);
  const id = places!.id[hover.place]!;
  const disputed = disputes.filter((dispute) => dispute.place.id === id).length;
  return (
    <div class="tip" style={{ left: `${hover.x + 14}px`, top: `${hover.y + 14}px` }}>
      <b>{places!.name[hover.place]}</b>
      {shares.map(([outcome, share]) => (
        <span key={outcome}>{nameOf(theatre!, outcome)} {share} %</span>
      ))}
      {disputed > 0 && <em>{plural(disputed, "open dispute")}</em>}
    </div>
  );
}
