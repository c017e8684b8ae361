import type { Theatre } from "../api/types";
import type { Scheme } from "../map/palette";
import { selection } from "../state/app";
import type { Board } from "../state/selection";
import { useStore } from "../state/store";
import { Search } from "./Search";

const BOARDS: readonly [Board, string][] = [
  ["disputes", "Disputes"],
  ["changes", "This week"],
  ["sources", "Sources"],
  ["assets", "Assets"],
  ["table", "Table"],
  ["corrections", "Corrections"],
];
const ADD: [Board, string] = ["add", "Add"];

interface Props {
  readonly theatre: Theatre | null;
  readonly scheme: Scheme;
  readonly setScheme: (scheme: Scheme) => void;
}

export function Header({ theatre, scheme, setScheme }: Props) {
  const { board } = useStore(selection);
  return (
    <header class="head">
      <h1>
        <span class="mark">Salient</span>
        {theatre && <span class="where"> {theatre.name}</span>}
      </h1>
      <Search />
      <nav aria-label="Boards">
        {[...BOARDS, ...(theatre?.accepts ? [ADD] : [])].map(([id, name]) => (
          <button
            key={id}
            type="button"
            aria-pressed={board === id}
            onClick={() => selection.update({ board: board === id ? null : id, place: null, asset: null })}
          >
            {name}
          </button>
        ))}
      </nav>
      <button
        type="button"
        class="scheme"
        aria-label={scheme === "dark" ? "Light colours" : "Dark colours"}
        title={scheme === "dark" ? "Light colours" : "Dark colours"}
        onClick={() => setScheme(scheme === "dark" ? "light" : "dark")}
      >
        {scheme === "dark" ? "☼" : "☾"}
      </button>
    </header>
  );
}
