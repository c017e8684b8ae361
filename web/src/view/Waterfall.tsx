// Why this figure: every row of evidence and how far it moved the probability.
import { useState } from "preact/hooks";
import type { Panel, Theatre } from "../api/types";
import { nameOf, percent, plural } from "../domain/words";
import { waterfall } from "../domain/waterfall";

export function Waterfall({ theatre, panel }: { readonly theatre: Theatre; readonly panel: Panel }) {
  const [outcome, setOutcome] = useState(theatre.measured_side);
  if (!panel.probabilities) return null;
  const { prior, falls } = waterfall(panel, outcome);
  return (
    <details class="why">
      <summary>Why {percent(panel.probabilities[outcome] ?? 0)}</summary>
      <label class="pick">
        Probability that it is{" "}
        <select value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)}>
          {theatre.outcomes.map((one) => (
            <option key={one} value={one}>{one === "contested" ? "contested" : `held by ${nameOf(theatre, one)}`}</option>
          ))}
        </select>
      </label>
      <table>
        <thead><tr><th scope="col">Evidence</th><th scope="col">moved to</th><th scope="col" class="wide">0 to 100 %</th></tr></thead>
        <tbody>
          <tr><td>Before any report</td><td>{percent(prior)}</td><td><Track before={prior} after={prior} /></td></tr>
          {falls.map((fall, i) => (
            <tr key={i}>
              <td>
                {fall.claim ? <a href={`#claim-${fall.claim}`} onClick={(event) => jump(event, fall.claim!)}>{fall.label}</a> : fall.label}
                <small>
                  {[
                    fall.note,
                    fall.ageDays ? `${plural(fall.ageDays, "day")} old` : "",
                    fall.reliability === null ? "" : `${percent(fall.reliability)} of such hold`,
                  ].filter(Boolean).join(", ")}
                </small>
              </td>
              <td>{percent(fall.after)}</td>
              <td><Track before={fall.before} after={fall.after} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {!falls.length && <p class="none">No evidence of its own: the figure is the prior.</p>}
    </details>
  );
}

function Track({ before, after }: { readonly before: number; readonly after: number }) {
  const low = Math.min(before, after) * 100;
  const width = Math.max(Math.abs(after - before) * 100, 1);
  return (
    <svg class={`track ${after >= before ? "up" : "down"}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="5" y2="5" />
      <rect x={Math.min(low, 99)} y="1" width={width} height="8" />
    </svg>
  );
}

function jump(event: MouseEvent, claim: string): void {
  event.preventDefault();
  document.getElementById(`claim-${claim}`)?.scrollIntoView({ block: "center" });
}
