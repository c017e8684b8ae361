import type { Theatre } from "../api/types";
import { useEffect, useRef } from "preact/hooks";
import { LOOKS, type Look } from "../domain/assets";
import { icon } from "../map/icons";
import { PALETTES, type Scheme, sideColour } from "../map/palette";
import { strength } from "../map/surface";
import { data } from "../state/app";
import { useStore } from "../state/store";

interface Props {
  readonly theatre: Theatre;
  readonly scheme: Scheme;
}

export function Legend({ theatre, scheme }: Props) {
  const palette = PALETTES[scheme];
  const { assets } = useStore(data);
  const kinds = [...new Set(assets.map((asset) => asset.asset_class))];
  return (
    <details class="legend" {...inCorner()}>
      <summary>How to read this map</summary>
      <ul>
        {theatre.sides.map((side, i) => (
          <li key={side.id}>
            <svg width="42" height="14" aria-hidden="true">
              {[65, 80, 100].map(strength).map((opacity, k) => (
                <rect key={k} x={k * 14} width="14" height="14" fill={sideColour(palette, i)} opacity={opacity} />
              ))}
            </svg>
            {side.name} controls it: the stronger, the surer
          </li>
        ))}
        <li><svg class="hatched" width="42" height="14" aria-hidden="true"><rect width="42" height="14" fill="url(#hatching)" /></svg>contested: neither side controls it</li>
        <li><svg width="42" height="14" aria-hidden="true"><path d="M2 9 C14 2 26 14 40 6" fill="none" stroke={palette.line} stroke-width="10" opacity="0.12" /><path d="M2 9 C14 2 26 14 40 6" fill="none" stroke={palette.line} stroke-width="2.4" /></svg>the line; grey: where it may as well run</li>
        <li><svg width="42" height="14" aria-hidden="true"><circle cx="21" cy="7" r="5" fill="none" stroke={palette.ring} stroke-width="2" /></svg>disputed: claimed by one, denied by another</li>
        {assets.length > 0 && (
          <>
            <li class="kinds">{kinds.map((kind) => <span key={kind}><Icon kind={kind} look="silent" scheme={scheme} /> {kind}</span>)}</li>
            <li class="kinds">
              said of it last:{" "}
              {(Object.keys(LOOKS) as Look[]).map((look) => (
                <span key={look}><Icon kind={kinds[0] ?? ""} look={look} scheme={scheme} /> {LOOKS[look]}</span>
              ))}
            </li>
          </>
        )}
      </ul>
      <svg width="0" height="0" aria-hidden="true">
        <defs>
          <pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" stroke={palette.line} stroke-width="1.4" />
          </pattern>
        </defs>
      </svg>
    </details>
  );
}

/** Open where there is room beside the panel of a place; else one part of the corner at a time. */
export function inCorner(): { readonly open: boolean; readonly name?: string } {
  return innerWidth > 1200 ? { open: true } : { open: false, name: "corner" };
}

/** The very mark that stands on the map. */
function Icon({ kind, look, scheme }: { readonly kind: string; readonly look: Look; readonly scheme: Scheme }) {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => frame.current?.replaceChildren(icon(kind, look, PALETTES[scheme], 16)), [kind, look, scheme]);
  return <span class="icon" ref={frame} aria-hidden="true" />;
}
