// The board of open contradictions, and ways to narrow it.
import { useState } from "preact/hooks";
import { api } from "../api/client";
import type { Dispute, Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { type Narrow, EVERYTHING, narrowed } from "../domain/disputes";
import { nameOf, percent, plural } from "../domain/words";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";
import { ClaimCard } from "./ClaimCard";
import { Panel } from "./Panel";
import { PlaceLink } from "./PlaceLink";
import { useAnswer } from "./useAnswer";

export function Disputes({ day }: { readonly day: Day }) {
  const { known } = useStore(selection);
  const { value, problem } = useAnswer<Dispute[]>((signal) => api.disputes(day, known, signal), [day, known]);
  const [narrow, setNarrow] = useState<Narrow>(EVERYTHING);
  const theatre = data.value.theatre!;
  const shown = value && narrowed(value, narrow);
  return (
    <Panel title="Open disputes" aside={longDay(day)}>
      <p class="lead">Somebody says that a place is held; somebody else says that it is not.</p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">No open dispute on this day.</p>}
      {value && value.length > 0 && <Filters all={value} theatre={theatre} narrow={narrow} set={setNarrow} />}
      {value && value.length > 0 && <p class="count" role="status">{shown!.length} of {plural(value.length, "dispute")}</p>}
      {shown?.map((dispute) => (
        <section class="dispute" key={dispute.place.id}>
          <h3><PlaceLink id={dispute.place.id} name={dispute.place.name} /> <small>{dispute.place.region}</small></h3>
          <p>
            Open for {plural(dispute.age_days, "day")}
            {dispute.probabilities && <> · {theatre.sides.map((side) => `${side.name} ${percent(dispute.probabilities![side.id] ?? 0)}`).join(", ")}</>}
          </p>
          <ClaimCard claim={dispute.asserted} theatre={theatre} />
          {dispute.answered.map((claim) => <ClaimCard key={claim.id} claim={claim} theatre={theatre} target={dispute.asserted} />)}
        </section>
      ))}
    </Panel>
  );
}

interface FiltersProps {
  readonly all: readonly Dispute[];
  readonly theatre: Theatre;
  readonly narrow: Narrow;
  readonly set: (narrow: Narrow) => void;
}

function Filters({ all, theatre, narrow, set }: FiltersProps) {
  const regions = [...new Set(all.flatMap(({ place }) => place.region ?? []))].sort();
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Region{" "}
        <select value={narrow.region ?? ""} onChange={(event) => set({ ...narrow, region: event.currentTarget.value || null })}>
          <option value="">all</option>
          {regions.map((region) => <option key={region}>{region}</option>)}
        </select>
      </label>
      <label>
        Claimed by{" "}
        <select value={narrow.side ?? ""} onChange={(event) => set({ ...narrow, side: event.currentTarget.value || null })}>
          <option value="">anyone</option>
          {theatre.sides.map((side) => <option key={side.id} value={side.id}>{nameOf(theatre, side.id)}</option>)}
        </select>
      </label>
      <label>
        Open{" "}
        <select value={narrow.days ?? ""} onChange={(event) => set({ ...narrow, days: Number(event.currentTarget.value) || null })}>
          <option value="">however long</option>
          <option value="7">up to a week</option>
          <option value="30">up to 30 days</option>
          <option value="-30">longer than 30 days</option>
        </select>
      </label>
      <label>
        First{" "}
        <select value={narrow.oldestFirst ? "old" : "new"} onChange={(event) => set({ ...narrow, oldestFirst: event.currentTarget.value === "old" })}>
          <option value="new">the newest</option>
          <option value="old">the oldest</option>
        </select>
      </label>
    </form>
  );
}
