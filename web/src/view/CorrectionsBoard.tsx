// Everything that was found wrong in the readings: for everybody, the last made first.
import { useState } from "preact/hooks";
import { api } from "../api/client";
import { desk as server } from "../api/desk";
import type { Correction } from "../api/types";
import { longDay } from "../domain/days";
import { FAULTS } from "../domain/faults";
import { desk } from "../state/desk";
import { told } from "../state/data";
import { useStore } from "../state/store";
import { changed } from "./Notes";
import { Panel } from "./Panel";
import { useAnswer } from "./useAnswer";

export function CorrectionsBoard() {
  const [round, setRound] = useState(0);
  const { value, problem } = useAnswer<Correction[]>((signal) => api.corrections(signal), [round]);
  return (
    <Panel title="Corrections">
      <p class="lead">Where a report was read wrongly, who said so, and what was made of it. Nothing is deleted: a correction counts from its day on, and can be taken back.</p>
      {problem && <p class="none">{problem}</p>}
      {value?.length === 0 && <p class="none">Nothing has been corrected yet.</p>}
      {value?.map((one) => <Entry key={one.id} one={one} renew={() => setRound(round + 1)} />)}
    </Panel>
  );
}

function Entry({ one, renew }: { readonly one: Correction; readonly renew: () => void }) {
  const { token } = useStore(desk);
  const fault = FAULTS.find(({ fault }) => fault === one.fault)!;
  return (
    <section class={`correction ${one.reversal ? "back" : ""}`}>
      <h3>{fault.name}</h3>
      {one.quote ? <blockquote>“{one.quote}”</blockquote> : one.text ? <p class="retold"><span class="label">Retold</span> {one.text}</p> : null}
      <p class="where">
        {one.url ? <a href={one.url} target="_blank" rel="noopener noreferrer">{one.outlet ?? "source"}</a> : one.outlet ?? one.report}
        {one.published && <>, <time dateTime={one.published}>{longDay(one.published)}</time></>}
      </p>
      {one.withheld && (
        <p class="withheld">
          Withheld{one.withheld.until && ` until ${longDay(one.withheld.until)}`}: {one.withheld.reason}.
        </p>
      )}
      {one.claims.map((claim) => (
        <p key={claim.id}>
          Read as: {claim.summary}{claim.relation && ` (${claim.relation})`}, says {claim.speaker ?? one.outlet ?? "an unnamed source"}.{" "}
          <b>{one.withdraws ? "Withdrawn." : `${changed(claim)}.`}</b>
        </p>
      ))}
      <p class="signed">
        <b>{one.by}</b>, <time dateTime={one.day}>{longDay(one.day)}</time>{one.reason && <>: {one.reason}</>}
      </p>
      {one.reversal ? (
        <p class="signed">
          Taken back by <b>{one.reversal.by}</b>, <time dateTime={one.reversal.day}>{longDay(one.reversal.day)}</time>
          {one.reversal.reason && <>: {one.reversal.reason}</>}
        </p>
      ) : (
        token && <TakeBack id={one.id} token={token} renew={renew} />
      )}
    </section>
  );
}

interface TakeBackProps {
  readonly id: string;
  readonly token: string;
  readonly renew: () => void;
}

function TakeBack({ id, token, renew }: TakeBackProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const send = (event: Event): void => {
    event.preventDefault();
    setProblem(null);
    server.reverse(token, id, reason.trim()).then(renew, (error: unknown) => setProblem(told(error)));
  };
  return (
    <>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>take it back</button>
      {open && (
        <form class="form" onSubmit={send} aria-label="Take the correction back">
          <label>
            Why <small>(public, under your name)</small>
            <textarea required rows={2} maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          </label>
          <p><button type="submit" class="act">Take it back</button></p>
          {problem && <p class="refused" role="alert">{problem}</p>}
        </form>
      )}
    </>
  );
}
