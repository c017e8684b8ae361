// A value that tells who listens when it changes.
import { useEffect, useState } from "preact/hooks";

export class Store<T extends object> {
  private readonly listeners = new Set<(value: T) => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  update(change: Partial<T>): void {
    const next = { ...this.current, ...change };
    if ((Object.keys(change) as (keyof T)[]).every((key) => next[key] === this.current[key])) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener(next);
  }

  listen(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export function useStore<T extends object>(store: Store<T>): T {
  const [value, set] = useState(store.value);
  useEffect(() => {
    set(store.value);
    return store.listen(set);
  }, [store]);
  return value;
}
