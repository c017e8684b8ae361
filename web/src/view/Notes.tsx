// What was corrected in a claim, beneath its words.
import type { Claim, CorrectionNote } from "../api/types";
import { longDay } from "../domain/days";
import { FIELD } from "../domain/faults";
import { selection } from "../state/app";

export function Notes({ claim }: { readonly claim: Claim }) {
  return (
    <>
      {claim.corrections.map((note) => <p key={note.id} class="note">{note.withdraws ? "Withdrawn" : "Corrected"} <Words note={note} /></p>)}
      {claim.corrected_later.map((note) => (
        <p key={note.id} class="note later">
          {note.withdraws ? "Withdrawn" : "Corrected"} since, <Words note={note} />{" "}
          <button type="button" class="link" onClick={() => selection.update({ known: note.day })}>as known then</button>
        </p>
      ))}
    </>
  );
}

function Words({ note }: { readonly note: CorrectionNote }) {
  return (
    <>
      on <time dateTime={note.day}>{longDay(note.day)}</time> by {note.by}
      {note.changes.length > 0 && <> ({changed(note)})</>}: {note.reason}
    </>
  );
}

/** "place: X → Y, …"; ids stand in the data, not in a sentence. */
export function changed({ changes }: Pick<CorrectionNote, "changes">): string {
  const told = changes.filter(({ field }) => field !== "place_id");
  return (told.length ? told : changes)
    .map(({ field, was, now }) => `${(FIELD[field] ?? field).toLowerCase()}: ${was ?? "unknown"} → ${now ?? "unknown"}`)
    .join(", ");
}
