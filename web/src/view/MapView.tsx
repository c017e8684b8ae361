// Binds the map to data and selection.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import "maplibre-gl/dist/maplibre-gl.css";
import { SalientMap, type Box } from "../map/map";
import type { Scheme } from "../map/palette";
import { activeBox } from "../map/view";
import { type Day, addDays, clampDay } from "../domain/days";
import { MOVED, moved } from "../domain/rows";
import { nameOf, plural } from "../domain/words";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";

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
  const { theatre, places, ground, steps, front, disputes, basemap } = useStore(data);
  const chosen = useStore(selection);
  const indexOf = useMemo(() => new Map(places!.id.map((id, i) => [id, i])), [places]);

  useEffect(() => {
    try {
      const bounds = theatre!.bounds as Box;
      const start = selection.value.camera ?? activeBox(places!, steps!, bounds);
      map.current = new SalientMap(
        frame.current!, places!, ground!, steps!.outcomes, theatre!.sides.map((side) => side.id), start, scheme,
        {
          onPlace: (index) => selection.update({ place: places!.id[index]!, board: null }),
          onHover: (place, x, y) => setHover(place === null ? null : { place, x, y }),
          onCamera: (camera) => selection.update({ camera }),
        },
      );
      onMap(map.current);
      Object.assign(window, { salientMap: map.current });
      void map.current.painted().then(() => {
        performance.mark("salient-map");
        frame.current?.parentElement?.setAttribute("data-painted", "");
      });
    } catch {
      onFailure();
    }
    return () => {
      map.current?.remove();
      onMap(null);
    };
  }, [places]);

  useEffect(() => map.current?.setState(steps!.at(steps!.index(day))), [steps, day]);
  useEffect(() => {
    if (front) map.current?.put("front", front);
  }, [front]);
  useEffect(() => {
    if (basemap) map.current?.put("basemap", basemap);
  }, [basemap]);
  useEffect(() => {
    const places = disputes.map((dispute) => indexOf.get(dispute.place.id));
    map.current?.mark("disputed", places.filter((index) => index !== undefined));
  }, [disputes]);
  useEffect(() => {
    const index = chosen.place === null ? undefined : indexOf.get(chosen.place);
    map.current?.mark("chosen", index === undefined ? [] : [index]);
    if (index !== undefined) {
      const narrow = innerWidth <= 700;
      map.current?.reveal(index, { right: 0, bottom: narrow ? innerHeight * 0.5 : 0 });
    }
  }, [chosen.place]);
  useEffect(() => {
    if (chosen.board !== "changes") return map.current?.mark("changed", []);
    const from = clampDay(addDays(day, -chosen.since), theatre!.first!, theatre!.last!);
    map.current?.mark("changed", moved(steps!.at(steps!.index(from)), steps!.at(steps!.index(day)), MOVED));
  }, [steps, day, chosen.board, chosen.since]);
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
