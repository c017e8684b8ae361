// The frame of whatever stands beside the map; a sheet from below on a phone.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { selection } from "../state/app";

interface Props {
  readonly title: string;
  readonly aside?: string | null | undefined;
  readonly children: ComponentChildren;
}

export function Panel({ title, aside, children }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollTo(0, 0);
  }, [title]);
  return (
    <aside class="panel" ref={box} aria-label={title} tabIndex={-1}>
      <div class="title">
        <h2>{title}</h2>
        {aside && <span class="aside">{aside}</span>}
        <button type="button" class="close" aria-label="Close" onClick={() => selection.update({ place: null, board: null })}>
          ×
        </button>
      </div>
      {children}
    </aside>
  );
}
