// The board of track records: what came of what each speaker said.
import { api } from "../api/client";
import type { TrackRecord } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { nameOf, plural } from "../domain/words";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";
import { Panel } from "./Panel";
import { useAnswer } from "./useAnswer";

/** What a speaker says of places, by the sort that the assessment takes it for. */
const SAYS: Readonly<Record<string, string>> = {
  capture: "that its side took them",
  hold: "that its side holds them",
  admission: "that the other side has them",
  independent: "which side has them",
};

export function Sources({ day }: { readonly day: Day }) {
  const { known } = useStore(selection);
  const { value, problem } = useAnswer<TrackRecord[]>((signal) => api.sources(day, known, signal), [day, known]);
  const theatre = data.value.theatre!;
  return (
    <Panel title="Sources" aside={longDay(day)}>
      <p class="lead">
        What each speaker said of places, and what came of it within 90 days: borne out or spoken against by voices that
        do not share the speaker's side, or left without an answer. By what had been published by this day.
      </p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">Nobody has said enough of places by this day.</p>}
      {value && value.length > 0 && (
        <table class="records sources">
          <thead>
            <tr>
              <th scope="col">Speaker, and what of places</th>
              <th scope="col">Borne out</th>
              <th scope="col">Against</th>
              <th scope="col">No answer</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>{value.map((row) => <Row key={`${row.speaker} ${row.side} ${row.sort}`} row={row} side={nameOf(theatre, row.side)} />)}</tbody>
        </table>
      )}
    </Panel>
  );
}

/** When others said the same: most often after the speaker, at times before. */
function when(days: number): string {
  if (days === 0) return "the same day";
  return days < 0 ? `${plural(-days, "day")} earlier` : `${plural(days, "day")} later`;
}

function Row({ row, side }: { readonly row: TrackRecord; readonly side: string }) {
  const who = <th scope="row">{row.speaker} <small>{side}, {SAYS[row.sort] ?? row.sort}</small></th>;
  if (row.judged === 0) return <tr>{who}<td colSpan={4}>{plural(row.claims, "claim")}, too young to be judged</td></tr>;
  return (
    <tr>
      {who}
      <td>{row.borne_out} of {row.judged}</td>
      <td>{row.contradicted}</td>
      <td>{row.unanswered}</td>
      <td>{row.median_days === null ? "–" : when(Math.round(row.median_days))}</td>
    </tr>
  );
}
