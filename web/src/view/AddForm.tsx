// What somebody brings, and what they know of it.
import type { PreviewAsked, Theatre } from "../api/types";

export interface Draft {
  readonly by: "text" | "address";
  readonly text: string;
  readonly address: string;
  readonly url: string;
  readonly outlet: string;
  readonly published: string;
  readonly lang: string;
  readonly retold: boolean;
}

export const EMPTY: Draft = { by: "text", text: "", address: "", url: "", outlet: "", published: "", lang: "", retold: false };

export function askedOf(draft: Draft): PreviewAsked {
  const known: PreviewAsked = {
    outlet: draft.outlet.trim() || null,
    published: draft.published || null,
    lang: draft.lang || null,
    wording: draft.retold ? "retold" : "verbatim",
  };
  if (draft.by === "address") return { ...known, address: draft.address.trim() };
  return { ...known, text: draft.text, url: draft.url.trim() || null };
}

interface Props {
  readonly theatre: Theatre;
  readonly draft: Draft;
  readonly busy: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly look: () => void;
}

const LANGUAGE = new Intl.DisplayNames(["en"], { type: "language" });

export function AddForm({ theatre, draft, busy, change, look }: Props) {
  const send = (event: Event): void => {
    event.preventDefault();
    look();
  };
  return (
    <form class="form" onSubmit={send}>
      <fieldset class="choice">
        <legend>What do you bring?</legend>
        <label><input type="radio" name="by" checked={draft.by === "text"} onChange={() => change({ by: "text" })} /> A text</label>
        <label><input type="radio" name="by" checked={draft.by === "address"} onChange={() => change({ by: "address" })} /> An address</label>
      </fieldset>
      {draft.by === "text" ? (
        <>
          <label>
            The text, as it was published
            <textarea required rows={8} maxLength={300_000} value={draft.text} onInput={(event) => change({ text: event.currentTarget.value })} />
          </label>
          <label>
            Where it stands <small>(an address, if there is one)</small>
            <input type="url" pattern="https?://.*" value={draft.url} onInput={(event) => change({ url: event.currentTarget.value })} />
          </label>
        </>
      ) : (
        <label>
          The address of the page
          <input type="url" required pattern="https?://.*" placeholder="https://" value={draft.address} onInput={(event) => change({ address: event.currentTarget.value })} />
        </label>
      )}
      <div class="fields">
        <label>Outlet <input type="text" maxLength={200} value={draft.outlet} onInput={(event) => change({ outlet: event.currentTarget.value })} /></label>
        <label>Day published <input type="date" value={draft.published} onInput={(event) => change({ published: event.currentTarget.value })} /></label>
        <label>
          Language
          <select value={draft.lang} onChange={(event) => change({ lang: event.currentTarget.value })}>
            <option value="">by its words</option>
            {theatre.languages.map((code) => <option key={code} value={code}>{LANGUAGE.of(code) ?? code}</option>)}
          </select>
        </label>
      </div>
      <label class="tick">
        <input type="checkbox" checked={draft.retold} onChange={(event) => change({ retold: event.currentTarget.checked })} />
        Retold: these are not the outlet’s own words
      </label>
      <p><button type="submit" class="act" disabled={busy}>See what it yields</button></p>
    </form>
  );
}
