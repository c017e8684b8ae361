// The boards: what can be read instead of looked at.
import { api } from "../api/client";
import type { Speaker } from "../api/types";
import type { Day } from "../domain/days";
import { nameOf, percent, plural } from "../domain/words";
import { data } from "../state/app";
import type { Board } from "../state/selection";
import { Assets } from "./Assets";
import { Disputes } from "./Disputes";
import { Panel } from "./Panel";
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

function Sources() {
  const { value, problem } = useAnswer<Speaker[]>(() => api.sources(), []);
  const theatre = data.value.theatre!;
  return (
    <Panel title="Sources">
      <p class="lead">
        Of the captures that each speaker announced for their own side: how many were upheld by the independent voices
        that spoke of the place within 90 days, and how long that took. Places of which none spoke are left out.
      </p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">No speaker has a settled claim yet.</p>}
      {value && value.length > 0 && (
        <table class="records sources">
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
