// What a report would bring into the store: its text with the quotes marked, the claims, and what was dropped.
import { useState } from "preact/hooks";
import type { Preview, PreviewedClaim, Theatre } from "../api/types";
import { longDay } from "../domain/days";
import { beginnings, pieces } from "../domain/marks";
import { nameOf, plural, voice } from "../domain/words";

interface Props {
  readonly theatre: Theatre;
  readonly preview: Preview;
  readonly busy: boolean;
  readonly keep: () => void;
}

export function PreviewView({ theatre, preview, busy, keep }: Props) {
  const [chosen, choose] = useState<number | null>(null);
  const { claims, dropped } = preview;
  const show = (i: number): void => {
    choose(i);
    document.getElementById(`mark-${i}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <section class="preview" aria-label="What it yields">
      <h3>{plural(claims.length, "claim")}, {plural(dropped.length, "draft")} dropped</h3>
      <p class="lead">
        {[preview.outlet ?? "no outlet", preview.published ? longDay(preview.published) : "no day", preview.wording === "retold" ? "retold" : null].filter(Boolean).join(" · ")}
      </p>
      {!preview.published && <p class="refused">Nobody says on which day it was published, so no assessment will hear of it. Give the day above.</p>}
      {preview.flags.map((flag) => <p key={flag} class="refused">{flag}</p>)}
      {preview.known && <p class="refused">This very report is stored already; storing it again changes nothing.</p>}
      <Text preview={preview} chosen={chosen} />
      <ol class="yields">
        {claims.map((one, i) => <Yield key={one.claim.id} theatre={theatre} one={one} shown={i === chosen} show={() => show(i)} />)}
      </ol>
      {!claims.length && <p class="none">No claim was found in it. A report without claims is stored all the same.</p>}
      {dropped.length > 0 && (
        <details>
          <summary>Dropped drafts</summary>
          <ul class="dropped">
            {dropped.map((draft, i) => <li key={i}>{draft.reason} <small>({draft.stage})</small>{draft.quote && <p class="words">{draft.quote}</p>}</li>)}
          </ul>
        </details>
      )}
      <p><button type="button" class="act" disabled={busy} onClick={keep}>Store</button></p>
    </section>
  );
}

function Text({ preview, chosen }: { readonly preview: Preview; readonly chosen: number | null }) {
  const cut = pieces(preview.text, preview.claims);
  const begin = beginnings(cut);
  return (
    <div class="text" tabIndex={0} role="region" aria-label="The text with the quotes marked" lang={preview.lang ?? undefined}>
      {cut.map((piece, k) =>
        piece.of.length ? (
          <mark key={k} class={chosen !== null && piece.of.includes(chosen) ? "on" : ""}>
            {begin[k]!.map((i) => <sup key={i} id={`mark-${i}`}>{i + 1} </sup>)}
            {piece.text}
          </mark>
        ) : (
          <span key={k}>{piece.text}</span>
        ),
      )}
    </div>
  );
}

interface YieldProps {
  readonly theatre: Theatre;
  readonly one: PreviewedClaim;
  readonly shown: boolean;
  readonly show: () => void;
}

function Yield({ theatre, one, shown, show }: YieldProps) {
  const { claim } = one;
  const days = [claim.start, claim.end].filter((day, i, all) => day && all.indexOf(day) === i).map((day) => longDay(day!));
  return (
    <li class={shown ? "on" : ""}>
      <p><button type="button" class="link" onClick={show} aria-pressed={shown}>{claim.summary}</button></p>
      <dl>
        <div><dt>Place</dt><dd>{claim.place ? [one.relation, one.relation ? null : claim.place, one.precision === "settlement" ? null : one.precision].filter(Boolean).join(", ") : "unknown: no pin"}</dd></div>
        <div><dt>Speaker</dt><dd>{voice(claim)} <small>{nameOf(theatre, claim.side)}</small></dd></div>
        <div><dt>Stance</dt><dd>{claim.stance}</dd></div>
        <div><dt>Kind</dt><dd>{[claim.kind, claim.status].filter(Boolean).join(", ")}</dd></div>
        <div><dt>Days</dt><dd>{days.join(" to ") || "unknown"}</dd></div>
      </dl>
      {one.withheld_until && <p class="withheld">Stored, and shown from {longDay(one.withheld_until)} on.</p>}
    </li>
  );
}
