// Lay another map over this one: its outline, and how far it agrees with this one.
import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Reference, Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { LARGEST_BYTES, agreementWords } from "../domain/reference";
import { nameOf } from "../domain/words";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";
import { PlaceLink } from "./PlaceLink";
import { useAnswer } from "./useAnswer";

/** A day that is passed over is not compared. */
const REST_MS = 400;
const MOST_PLACES = 8;

export function ReferenceMap({ theatre, day }: { readonly theatre: Theatre; readonly day: Day }) {
  const { known, reference: name } = useStore(selection);
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { value: names } = useAnswer(() => api.references(), []);
  const ask = (signal: AbortSignal): Promise<Reference | null> =>
    file ? api.compare(file, day, known, signal) : name ? api.reference(name, day, known, signal) : Promise.resolve(null);
  const { value, problem, stale } = useAnswer<Reference | null>(ask, [file, name, day, known], file || name ? REST_MS : 0);
  useEffect(() => data.update({ reference: value }), [value]);
  const choose = (named: string | null, dropped: File | null = null): void => {
    const tooLarge = dropped !== null && dropped.size > LARGEST_BYTES;
    setRefused(tooLarge ? `${dropped.name} is larger than 20 MB.` : null);
    if (tooLarge) return;
    setFile(dropped);
    selection.update({ reference: named });
  };
  const over = useDrop((dropped) => choose(null, dropped));
  const laid = file ?? name;
  return (
    <div class="reference">
      {over && <p class="drop">Drop a map of the area that {nameOf(theatre, theatre.measured_side)} holds: GeoJSON, KML or KMZ</p>}
      <p class="choices">
        Lay over it{" "}
        {names?.map((one) => (
          <button key={one} type="button" class="span" aria-pressed={!file && one === name} onClick={() => choose(one === name ? null : one)}>{one}</button>
        ))}
        <label class="link">
          {names?.length ? "a map of your own" : "another map"}
          <input type="file" class="unseen" accept=".geojson,.json,.kml,.kmz" onChange={(event) => {
            choose(null, event.currentTarget.files?.[0] ?? null);
            event.currentTarget.value = "";
          }} />
        </label>
      </p>
      {(refused ?? problem) && <p role="alert">{refused ?? problem}</p>}
      {laid && stale && !value && <p role="status">Comparing…</p>}
      {laid && value && (
        <div class={stale ? "stale" : ""} aria-busy={stale}>
          <Figures reference={value} theatre={theatre} remove={() => choose(null)} />
        </div>
      )}
    </div>
  );
}

interface FiguresProps {
  readonly reference: Reference;
  readonly theatre: Theatre;
  readonly remove: () => void;
}

function Figures({ reference, theatre, remove }: FiguresProps) {
  const { differ } = reference.agreement;
  const side = nameOf(theatre, reference.side);
  const named = differ.slice(0, MOST_PLACES);
  return (
    <>
      <p>
        <svg width="30" height="8" aria-hidden="true"><line class="laid" x1="0" x2="30" y1="4" y2="4" /></svg>{" "}
        <b>{reference.name}</b>{reference.drawn && reference.drawn !== reference.day && ` of ${longDay(reference.drawn)}`}, read as
        what {side} holds, beside this map of {longDay(reference.day)}:
      </p>
      <ul>{agreementWords(reference, side).map((words) => <li key={words}>{words}</li>)}</ul>
      {named.length > 0 && (
        <p>
          They differ on{" "}
          {named.map((place, i) => <span key={place.id}>{i > 0 && ", "}<PlaceLink id={place.id} name={place.name} /></span>)}
          {differ.length > named.length && ` and ${differ.length - named.length} more`}.
        </p>
      )}
      <button type="button" class="link" onClick={remove}>Take it away</button>
    </>
  );
}

/** Whether a file is held over the page; what is dropped is taken. */
function useDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      const [dropped] = event.type === "drop" ? event.dataTransfer.files : [];
      if (dropped) take(dropped);
    };
    const kinds = ["dragover", "dragleave", "drop"] as const;
    for (const kind of kinds) addEventListener(kind, drag);
    return () => kinds.forEach((kind) => removeEventListener(kind, drag));
  }, []);
  return over;
}
