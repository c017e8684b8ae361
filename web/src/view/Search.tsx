// A combobox over places and assets.
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Found } from "../api/types";
import { selection } from "../state/app";
import { told } from "../state/data";

export function Search() {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!words.trim()) {
      setFound(null);
      setProblem(null);
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      api.search(words, control.signal).then(
        (rows) => {
          setFound(rows);
          setActive(0);
          setProblem(null);
        },
        (error) => !control.signal.aborted && setProblem(told(error)),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [words]);
  const choose = (row: Found | undefined): void => {
    if (!row) return;
    selection.update(row.kind === "asset" ? { board: "assets", asset: row.id, place: null } : { place: row.id, board: null });
    setWords("");
    field.current?.blur();
  };
  const press = (event: KeyboardEvent): void => {
    const rows = found ?? [];
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, rows.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter") choose(rows[active]);
    else if (event.key === "Escape") setWords("");
    else return;
    event.preventDefault();
  };
  const open = found !== null || problem !== null;
  return (
    <div class="search" role="search">
      <input
        ref={field}
        id="search"
        type="text"
        role="combobox"
        aria-label="Search a place or an asset"
        aria-expanded={open}
        aria-controls="found"
        aria-activedescendant={found?.length ? `found-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search a place  ( / )"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => setTimeout(() => setFound(null), 150)}
      />
      {open && (
        <ul id="found" role="listbox" aria-label="Found">
          {problem && <li class="none">{problem}</li>}
          {found?.length === 0 && <li class="none">No assessed place and no asset has this name.</li>}
          {found?.map((row, i) => (
            <li
              key={row.id}
              id={`found-${i}`}
              role="option"
              aria-selected={i === active}
              onMouseDown={() => choose(row)}
            >
              {row.name} <small>{row.detail ?? (row.kind === "asset" ? "asset" : "")}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
