// Light or dark: the reader's choice, else the system's.
import { useEffect, useState } from "preact/hooks";
import type { Scheme } from "../map/palette";

const KEY = "salient-scheme";

export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const [scheme, set] = useState<Scheme>(first);
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  const choose = (next: Scheme): void => {
    localStorage.setItem(KEY, next);
    set(next);
  };
  return [scheme, choose];
}

function first(): Scheme {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
