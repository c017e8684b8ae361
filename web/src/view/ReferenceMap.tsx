// Drop another map on the page: its outline, and how far it agrees with this one.
import { useEffect, useState } from "preact/hooks";
import type { FeatureCollection } from "geojson";
import type { Day } from "../domain/days";
import { LARGEST_BYTES, type Reference, agreement, readReference } from "../domain/reference";
import { nameOf, percent, plural } from "../domain/words";
import { data } from "../state/app";
import { PlaceLink } from "./PlaceLink";

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

interface Props {
  readonly day: Day;
  readonly show: (areas: FeatureCollection) => void;
}

export function ReferenceMap({ day, show }: Props) {
  const [reference, setReference] = useState<Reference | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      if (file.size > LARGEST_BYTES) throw new Error(`${file.name} is larger than 30 MB.`);
      const read = readReference(file.name, await file.text());
      setReference(read);
      setProblem(null);
      show(read.areas);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") void take(event.dataTransfer.files[0]);
    };
    const kinds = ["dragover", "dragleave", "drop"] as const;
    for (const kind of kinds) addEventListener(kind, drag);
    return () => kinds.forEach((kind) => removeEventListener(kind, drag));
  }, []);
  const remove = (): void => {
    setReference(null);
    show(NOTHING);
  };
  return (
    <div class="reference">
      {over && <p class="drop">Drop a GeoJSON map of the area that one side holds</p>}
      <label class="link">
        Lay another map over this one
        <input type="file" class="unseen" accept=".geojson,.json,application/geo+json" onChange={(event) => void take(event.currentTarget.files?.[0])} />
      </label>
      {problem && <p role="alert">{problem}</p>}
      {reference && <Figures reference={reference} day={day} remove={remove} />}
    </div>
  );
}

function Figures({ reference, day, remove }: { readonly reference: Reference; readonly day: Day; readonly remove: () => void }) {
  const { theatre, places, steps } = data.value;
  const state = steps!.at(steps!.index(day));
  const side = steps!.outcomes.indexOf(theatre!.measured_side);
  const found = agreement(reference, places!, state, side, steps!.outcomes.indexOf("contested"));
  return (
    <p>
      <b>{reference.name}</b>, read as what {nameOf(theatre!, theatre!.measured_side)} holds, agrees on{" "}
      {percent(found.compared ? found.same / found.compared : 0)} of {plural(found.compared, "settlement")}.
      {found.differ.length > 0 && (
        <>
          {" "}Not on{" "}
          {found.differ.slice(0, 8).map((i, k) => (
            <span key={i}>{k > 0 && ", "}<PlaceLink id={places!.id[i]!} name={places!.name[i]!} /></span>
          ))}
          {found.differ.length > 8 && ` and ${found.differ.length - 8} more`}.
        </>
      )}{" "}
      <button type="button" class="link" onClick={remove}>Take it away</button>
    </p>
  );
}
