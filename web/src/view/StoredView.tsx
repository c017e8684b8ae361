// What became of a report that was brought.
import type { Preview, Stored } from "../api/types";
import { plural } from "../domain/words";
import { reopen } from "../state/app";

interface Props {
  readonly stored: Stored;
  readonly preview: Preview;
  readonly again: () => void;
}

export function StoredView({ stored, preview, again }: Props) {
  const show = (): void => reopen({ board: null, place: null, day: preview.published, known: null });
  return (
    <section class="stored" role="status">
      <p>{stored.fate === "new" ? `Stored with ${plural(stored.claims, "claim")}, and assessed.` : "It was stored before; nothing has changed."}</p>
      <p>
        <button type="button" class="act" onClick={show}>Show it on the map</button>{" "}
        <button type="button" class="link" onClick={again}>Add another</button>
      </p>
    </section>
  );
}
