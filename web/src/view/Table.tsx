// The map in words: for screen readers, for browsers without a map engine, for the week's changes.
import { type Day, addDays, clampDay, longDay } from "../domain/days";
import { type Row, rowsOf } from "../domain/rows";
import { nameOf } from "../domain/words";
import { data, selection, sharedAddress } from "../state/app";
import { WEEK } from "../state/selection";
import { useStore } from "../state/store";
import { Panel } from "./Panel";
import { PlaceLink } from "./PlaceLink";

const MOST = 200;
const SPANS = [1, WEEK, 30, 90];

interface Props {
  readonly day: Day;
  readonly noMap: boolean;
  readonly changesOnly: boolean;
}

export function Table({ day, noMap, changesOnly }: Props) {
  const { theatre, places, steps, disputes } = data.value;
  const { since, known } = useStore(selection);
  if (!theatre || !places || !steps) return null;
  const before = clampDay(addDays(day, -since), theatre.first!, theatre.last!);
  const disputed = new Set(disputes.map((dispute) => dispute.place.id));
  const rows = rowsOf(places, steps, day, before, disputed, changesOnly);
  return (
    <Panel title={changesOnly ? since === WEEK ? "What changed this week" : `What changed in ${since} days` : "The map as a table"} aside={longDay(day)}>
      {noMap && <p class="lead">This browser cannot draw the map (it has no WebGL). Here is the same in words.</p>}
      <p class="lead">
        {changesOnly
          ? `Places whose probability moved by ten points or more since ${longDay(before)}, the largest move first.`
          : "Disputed and doubtful places first."}
      </p>
      {changesOnly && (
        <p>
          {SPANS.map((days) => (
            <button key={days} type="button" class="span" aria-pressed={days === since} onClick={() => selection.update({ since: days })}>
              {days === 1 ? "a day" : `${days} days`}
            </button>
          ))}
          <button type="button" class="more" onClick={() => print()}>Print</button>
        </p>
      )}
      {!rows.length && <p class="none">Nothing moved by as much in these days.</p>}
      {rows.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              <th scope="col">Place</th>
              {steps.outcomes.map((outcome) => <th key={outcome} scope="col">{nameOf(theatre, outcome)}</th>)}
            </tr>
          </thead>
          <tbody>{rows.slice(0, MOST).map((row) => <PlaceRow key={row.id} row={row} />)}</tbody>
        </table>
      )}
      {rows.length > MOST && <p class="none">{rows.length - MOST} more are not listed.</p>}
      <p class="printed">
        {known && known !== day ? `As known on ${longDay(known)}. ` : ""}Salient {theatre.software}, data {theatre.version}, gazetteer {theatre.gazetteer}.
        Probabilities from published claims, not positions. {sharedAddress()}
      </p>
    </Panel>
  );
}

function PlaceRow({ row }: { readonly row: Row }) {
  return (
    <tr>
      <th scope="row">
        <PlaceLink id={row.id} name={row.name} /> <small>{row.disputed ? "disputed" : row.region}</small>
      </th>
      {row.now.map((now, k) => (
        <td key={k}>
          {now} %{row.before[k] !== now && <small> {now > row.before[k]! ? "▲" : "▼"} from {row.before[k]}</small>}
        </td>
      ))}
    </tr>
  );
}
