// The page: header, map, panel, time.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { SalientMap } from "../map/map";
import { data, moveDay, selection } from "../state/app";
import { shownDay } from "../state/data";
import type { Board } from "../state/selection";
import { useStore } from "../state/store";
import { AddBoard } from "./AddBoard";
import { CorrectionsBoard } from "./CorrectionsBoard";
import { MapDownloads } from "./Downloads";
import { Header } from "./Header";
import { Legend, inCorner } from "./Legend";
import { MapView } from "./MapView";
import { PlacePanel } from "./PlacePanel";
import { BoardPanel } from "./BoardPanel";
import { ReferenceMap } from "./ReferenceMap";
import { TimeBar } from "./TimeBar";
import { useScheme } from "./scheme";

export function App() {
  const known = useStore(data);
  const chosen = useStore(selection);
  const [scheme, setScheme] = useScheme();
  const map = useRef<SalientMap | null>(null);
  const [noMap, setNoMap] = useState(false);
  useKeys();
  const day = shownDay(known.theatre, chosen);
  const open = Boolean(chosen.place || chosen.board || noMap);
  const setMap = useCallback((made: SalientMap | null) => {
    map.current = made;
  }, []);
  return (
    <div class={`page ${open ? "open" : ""}`}>
      <Header theatre={known.theatre} scheme={scheme} setScheme={setScheme} />
      <main class="stage" aria-label="Map">
        {known.theatre && known.places && known.steps && day && !noMap && (
          <MapView scheme={scheme} day={day} onMap={setMap} onFailure={() => setNoMap(true)} />
        )}
        {known.problem && <p class="problem" role="alert">{known.problem}</p>}
        {known.loading && <p class="waiting">Reading the map…</p>}
        {!known.loading && !day && !known.problem && <Empty />}
        {known.theatre && known.places && known.steps && day && !noMap && (
          <div class="corner">
            <details class="tools" {...inCorner()}>
              <summary>Other maps and downloads</summary>
              <ReferenceMap theatre={known.theatre} day={day} />
              <MapDownloads day={day} scheme={scheme} picture={() => map.current?.picture()} />
            </details>
            <Legend theatre={known.theatre} scheme={scheme} />
          </div>
        )}
      </main>
      {known.theatre && !chosen.place && chosen.board === "add" && <AddBoard theatre={known.theatre} />}
      {known.theatre && !chosen.place && chosen.board === "corrections" && <CorrectionsBoard />}
      {known.theatre && known.places && day && (
        <>
          {chosen.place ? (
            <PlacePanel theatre={known.theatre} place={chosen.place} day={day} asOf={chosen.known} />
          ) : isOfDay(chosen.board ?? (noMap ? "table" : null)) ? (
            <BoardPanel board={chosen.board ?? "table"} noMap={noMap} day={day} />
          ) : null}
          <TimeBar theatre={known.theatre} day={day} known={chosen.known} days={known.days} />
        </>
      )}
    </div>
  );
}

/** Adding and correcting go on without any day that is assessed. */
function isOfDay(board: Board | null): boolean {
  return board !== null && board !== "add" && board !== "corrections";
}

function Empty() {
  return (
    <div class="empty">
      <h2>Nothing has been assessed yet</h2>
      <p>Add reports with <code>salient add</code>, then reload this page.</p>
    </div>
  );
}

/** `/` searches, arrows change the day, Esc closes. Inside a text field only Esc counts. */
function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const field = (event.target as HTMLElement).closest("input:not([type=range]), textarea, select");
      if (event.key === "Escape") {
        if (field) (field as HTMLElement).blur();
        else selection.update({ place: null, board: null });
      } else if (field) return;
      else if (event.key === "/") {
        event.preventDefault();
        document.getElementById("search")?.focus();
      } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        moveDay((event.key === "ArrowLeft" ? -1 : 1) * (event.shiftKey ? 7 : 1));
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
