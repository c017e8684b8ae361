// Add a report: paste it or name its address, see what it yields, then store it.
import { useState } from "preact/hooks";
import { desk as server } from "../api/desk";
import type { Preview, Stored, Theatre } from "../api/types";
import { desk, signOut } from "../state/desk";
import { told } from "../state/data";
import { useStore } from "../state/store";
import { AddForm, type Draft, EMPTY, askedOf } from "./AddForm";
import { Panel } from "./Panel";
import { PreviewView } from "./PreviewView";
import { SignIn } from "./SignIn";
import { StoredView } from "./StoredView";

export function AddBoard({ theatre }: { readonly theatre: Theatre }) {
  const { token, name } = useStore(desk);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [stored, setStored] = useState<Stored | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<"reading" | "storing" | null>(null);
  if (!theatre.accepts)
    return (
      <Panel title="Add a report">
        <p class="none">This server takes nothing in. Whoever runs it can add reports with salient add.</p>
      </Panel>
    );
  if (!token)
    return (
      <Panel title="Add a report">
        <SignIn />
      </Panel>
    );
  const run = async <T,>(what: "reading" | "storing", work: Promise<T>, then: (value: T) => void): Promise<void> => {
    setBusy(what);
    setProblem(null);
    await work.then(then, (error: unknown) => setProblem(told(error)));
    setBusy(null);
  };
  const look = (): void => {
    setPreview(null);
    void run("reading", server.preview(token, askedOf(draft)), setPreview);
  };
  const keep = (): void => {
    if (preview) void run("storing", server.store(token, preview.preview), setStored);
  };
  const again = (): void => {
    setDraft(EMPTY);
    setPreview(null);
    setStored(null);
  };
  return (
    <Panel title="Add a report" aside={name}>
      {stored && preview ? (
        <StoredView stored={stored} preview={preview} again={again} />
      ) : (
        <>
          <AddForm theatre={theatre} draft={draft} busy={busy !== null} change={(part) => { setDraft({ ...draft, ...part }); setPreview(null); }} look={look} />
          <p role="status" class="busy">{busy === "reading" ? "Reading…" : busy === "storing" ? "Storing, and assessing anew…" : ""}</p>
          {problem && <p class="refused" role="alert">{problem}</p>}
          {preview && <PreviewView theatre={theatre} preview={preview} busy={busy !== null} keep={keep} />}
        </>
      )}
      <p class="foot">Signed in as {name}. <button type="button" class="link" onClick={signOut}>Forget the token</button></p>
    </Panel>
  );
}
