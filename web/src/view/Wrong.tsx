// "This is wrong": what is wrong with a claim, why, and what is right if that is known.
import { useState } from "preact/hooks";
import { desk as server } from "../api/desk";
import type { Claim, Correction, Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { FAULTS, FIELD, type Fault, STANCES, STATUSES, asked } from "../domain/faults";
import { voice } from "../domain/words";
import { data, reopen, selection } from "../state/app";
import { desk } from "../state/desk";
import { shownDay, told } from "../state/data";
import { useStore } from "../state/store";

interface Props {
  readonly claim: Claim;
  readonly theatre: Theatre;
}

/** Nothing without a token. */
export function Wrong({ claim, theatre }: Props) {
  const { token } = useStore(desk);
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Correction | null>(null);
  if (!token) return null;
  if (made) return <Made day={made.day} />;
  return (
    <>
      <button type="button" class="link wrong" aria-expanded={open} aria-label={`this is wrong: ${voice(claim)}`} onClick={() => setOpen(!open)}>
        this is wrong
      </button>
      {open && <Form claim={claim} theatre={theatre} token={token} done={setMade} />}
    </>
  );
}

/** A correction counts from its own day on; an earlier day is shown as it was known unless one asks otherwise. */
function Made({ day }: { readonly day: Day }) {
  const show = (): void => {
    const shown = shownDay(data.value.theatre, selection.value);
    reopen({ known: shown && shown < day ? day : null });
  };
  return (
    <div class="made" role="status">
      <p>Corrected, as from {longDay(day)}.</p>
      <button type="button" class="link" onClick={show}>Show the map as corrected</button>
    </div>
  );
}

interface FormProps extends Props {
  readonly token: string;
  readonly done: (made: Correction) => void;
}

function Form({ claim, theatre, token, done }: FormProps) {
  const [fault, setFault] = useState<Fault>("no-claim");
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const words = FAULTS.find((one) => one.fault === fault)!;
  const send = (event: Event): void => {
    event.preventDefault();
    setProblem(null);
    server.correct(token, asked(claim.id, fault, reason, filled)).then(done, (error: unknown) => setProblem(told(error)));
  };
  return (
    <form class="form correct" onSubmit={send} aria-label="Correct this claim">
      <label>
        What is wrong
        <select value={fault} onChange={(event) => setFault(event.currentTarget.value as Fault)}>
          {FAULTS.map((one) => <option key={one.fault} value={one.fault}>{one.name}</option>)}
        </select>
      </label>
      {words.fields.map((name) => (
        <Field key={name} name={name} claim={claim} theatre={theatre} filled={filled} fill={(value) => setFilled({ ...filled, [name]: value })} />
      ))}
      <p class="as-of">{words.otherwise}</p>
      <label>
        Why <small>(public, under your name)</small>
        <textarea required rows={2} maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p><button type="submit" class="act">Correct it</button></p>
      {problem && <p class="refused" role="alert">{problem}</p>}
    </form>
  );
}

interface FieldProps extends Props {
  readonly name: string;
  readonly filled: Readonly<Record<string, string>>;
  readonly fill: (value: string) => void;
}

function Field({ name, claim, theatre, filled, fill }: FieldProps) {
  const value = filled[name] ?? "";
  const choices = choicesOf(name, filled["kind"] || claim.kind, theatre);
  const isDay = name === "start" || name === "end";
  const was = claim[name as keyof Claim];
  return (
    <label>
      {FIELD[name]} <small>(read as {typeof was === "string" && was ? was : "unknown"})</small>
      {choices ? (
        <select value={value} onChange={(event) => fill(event.currentTarget.value)}>
          <option value="">as it was read</option>
          {choices.map(([id, words]) => <option key={id} value={id}>{words}</option>)}
        </select>
      ) : isDay ? (
        <input type="date" value={value} onInput={(event) => fill(event.currentTarget.value)} />
      ) : (
        <input type="text" maxLength={200} value={value} onInput={(event) => fill(event.currentTarget.value)} />
      )}
    </label>
  );
}

function choicesOf(name: string, kind: string, theatre: Theatre): readonly (readonly [string, string])[] | null {
  const same = (words: readonly string[]): (readonly [string, string])[] => words.map((word) => [word, word]);
  const sides = theatre.sides.map((side) => [side.id, side.name] as const);
  if (name === "kind") return same(Object.keys(STATUSES));
  if (name === "status") return same(STATUSES[kind] ?? []);
  if (name === "stance") return same(STANCES);
  if (name === "actor") return [...sides, ["none", "nobody"]];
  if (name === "side") return [...sides, ["independent", "independent"], ["unknown", "unnamed source"]];
  return null;
}
