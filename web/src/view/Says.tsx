// "Who says what": columns by side, denials tied to what they deny.
import { useState } from "preact/hooks";
import type { Claim, Panel, Theatre } from "../api/types";
import { type Thread, read } from "../domain/threads";
import { ANSWER, plural } from "../domain/words";
import { ClaimCard } from "./ClaimCard";

export function Says({ theatre, panel }: { readonly theatre: Theatre; readonly panel: Panel }) {
  const { claims, found_wrong: wrong } = panel;
  const sides = theatre.sides.map((side) => side.id);
  const { threads, rest } = read(claims, sides);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const others = rest.get("others") ?? [];
  if (!claims.length && !wrong.length)
    return <p class="none">No report known by then names this place.</p>;
  return (
    <section class="says" aria-label="Who says what">
      {claims.length > 0 && <div class="columns" style={{ gridTemplateColumns: `repeat(${sides.length}, 1fr)` }}>
        {theatre.sides.map((side, i) => (
          <h3 key={side.id} class={`side-${i}`} style={{ gridColumn: i + 1 }}>{side.name} says</h3>
        ))}
        {threads.map((thread) => <ThreadRow key={thread.claim.id} thread={thread} theatre={theatre} panel={panel} sides={sides} />)}
        {sides.map((side, i) => (
          <Column key={side} claims={rest.get(side) ?? []} theatre={theatre} panel={panel} byId={byId} column={i + 1} first={!threads.length} />
        ))}
      </div>}
      {others.length > 0 && (
        <>
          <h3>Others say</h3>
          <Column claims={others} theatre={theatre} panel={panel} byId={byId} first />
        </>
      )}
      {wrong.length > 0 && (
        <section aria-label="Found wrong">
          <h3>Read here, and found wrong</h3>
          <p class="lead">Not counted any more; anybody may look up why.</p>
          {wrong.map((claim) => <ClaimCard key={claim.id} claim={claim} theatre={theatre} gone />)}
        </section>
      )}
    </section>
  );
}

interface ThreadProps {
  readonly thread: Thread;
  readonly theatre: Theatre;
  readonly panel: Panel;
  readonly sides: readonly string[];
}

function ThreadRow({ thread, theatre, panel, sides }: ThreadProps) {
  const left = sides.indexOf(thread.claim.side);
  return (
    <div class="thread" style={{ gridColumn: `1 / span ${sides.length}`, gridTemplateColumns: `repeat(${sides.length}, 1fr)` }}>
      <div style={{ gridColumn: left + 1, gridRow: 1 }}><ClaimCard claim={thread.claim} theatre={theatre} panel={panel} /></div>
      {thread.answers.map((answer, i) => {
        const at = sides.indexOf(answer.side);
        const row = 2 * i + 1;
        return at >= 0 ? (
          <div key={answer.id} style={{ gridColumn: at + 1, gridRow: row }} class="answer">
            <p class={`tie ${at > left ? "from-left" : "from-right"}`}>{(ANSWER[answer.stance] ?? "").replace(" by", "")}</p>
            <ClaimCard claim={answer} theatre={theatre} panel={panel} />
          </div>
        ) : (
          <div key={answer.id} style={{ gridColumn: `1 / span ${sides.length}`, gridRow: row + 1 }} class="answer">
            <p class="tie from-above">{ANSWER[answer.stance]}</p>
            <ClaimCard claim={answer} theatre={theatre} panel={panel} />
          </div>
        );
      })}
    </div>
  );
}

interface ColumnProps {
  readonly claims: readonly Claim[];
  readonly theatre: Theatre;
  readonly panel: Panel;
  readonly byId: ReadonlyMap<string, Claim>;
  readonly column?: number;
  readonly first: boolean;
}

const SHORT = 3;

function Column({ claims, theatre, panel, byId, column, first }: ColumnProps) {
  const [all, setAll] = useState(false);
  const shown = all ? claims : claims.slice(0, SHORT);
  return (
    <div class="column" style={column ? { gridColumn: column } : {}}>
      {!claims.length && first && <p class="none">Nothing known by then.</p>}
      {shown.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} theatre={theatre} panel={panel} target={claim.against.map((id) => byId.get(id)).find(Boolean)} />
      ))}
      {claims.length > SHORT && (
        <button type="button" class="more" onClick={() => setAll(!all)}>
          {all ? "Fewer" : `${plural(claims.length - SHORT, "more claim")}`}
        </button>
      )}
    </div>
  );
}
