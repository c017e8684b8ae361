// The boards: what can be read instead of looked at.
import { api } from "../api/client";
import type { Asset, Dispute, Speaker } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { nameOf, percent, plural } from "../domain/words";
import { data, selection } from "../state/app";
import type { Board } from "../state/selection";
import { ClaimCard } from "./ClaimCard";
import { Panel } from "./Panel";
import { PlaceLink } from "./PlaceLink";
import { Table } from "./Table";
import { useAnswer } from "./useAnswer";

interface Props {
  readonly board: Board;
  readonly noMap: boolean;
  readonly day: Day;
}

export function BoardPanel({ board, noMap, day }: Props) {
  if (board === "disputes") return <Disputes day={day} />;
  if (board === "sources") return <Sources />;
  if (board === "assets") return <Assets day={day} />;
  return <Table day={day} noMap={noMap} changesOnly={board === "changes"} />;
}

function Disputes({ day }: { readonly day: Day }) {
  const known = selection.value.known;
  const { value, problem } = useAnswer<Dispute[]>((signal) => api.disputes(day, known, signal), [day, known]);
  const theatre = data.value.theatre!;
  return (
    <Panel title="Open disputes" aside={longDay(day)}>
      <p class="lead">Somebody says that a place is held; somebody else says that it is not.</p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">No open dispute on this day.</p>}
      {value?.map((dispute) => (
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

function Sources() {
  const { value, problem } = useAnswer<Speaker[]>(() => api.sources(), []);
  const theatre = data.value.theatre!;
  return (
    <Panel title="Sources">
      <p class="lead">How often what a speaker said of who holds a place was later upheld, and how long that took.</p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">No speaker has a settled claim yet.</p>}
      {value && value.length > 0 && (
        <table class="records">
          <thead><tr><th scope="col">Speaker</th><th scope="col">Upheld</th><th scope="col">90 % interval</th><th scope="col">Lead</th></tr></thead>
          <tbody>
            {value.map((row) => (
              <tr key={row.speaker}>
                <th scope="row">{row.speaker} <small>{nameOf(theatre, row.side)}</small></th>
                <td>{row.upheld} of {row.settled}</td>
                <td>{percent(row.low)}–{percent(row.high)}</td>
                <td>{row.median_lead_days === null ? "–" : plural(Math.round(row.median_lead_days), "day")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Assets({ day }: { readonly day: Day }) {
  const { value, problem } = useAnswer<Asset[]>(() => api.assets(day), [day]);
  const theatre = data.value.theatre!;
  return (
    <Panel title="Assets" aside={longDay(day)}>
      <p class="lead">What has been said of mines, plants, bridges and railways; not what is true of them.</p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">The theatre names no assets.</p>}
      {value?.map((asset) => (
        <section class="dispute" key={asset.id}>
          <h3>{asset.name} <small>{[asset.asset_class, asset.place].filter(Boolean).join(", ")}</small></h3>
          {!asset.states.length && <p class="none">Nothing has been said of it by this day.</p>}
          {asset.states.map((state, i) => (
            <div key={i}>
              <p><b>{state.status}</b>, {longDay(state.day)}</p>
              {state.claim && <ClaimCard claim={state.claim} theatre={theatre} />}
            </div>
          ))}
        </section>
      ))}
    </Panel>
  );
}
