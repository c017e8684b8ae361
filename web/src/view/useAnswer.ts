// Ask the server when the question changes; keep the last answer on screen until the next one is here. A question that
// another follows within the pause (in ms) is never asked.
import { useEffect, useState } from "preact/hooks";
import { told } from "../state/data";

export interface Answer<T> {
  readonly value: T | null;
  readonly problem: string | null;
  /** the value belongs to an earlier question */
  readonly stale: boolean;
}

export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, question: readonly unknown[], pause = 40): Answer<T> {
  const [answer, set] = useState<Answer<T>>({ value: null, problem: null, stale: true });
  useEffect(() => {
    const control = new AbortController();
    set((before) => ({ ...before, stale: true }));
    const timer = setTimeout(() => {
      ask(control.signal).then(
        (value) => !control.signal.aborted && set({ value, problem: null, stale: false }),
        (error) => !control.signal.aborted && set({ value: null, problem: told(error), stale: false }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, question);
  return answer;
}
