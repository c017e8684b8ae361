// The strip under the map: claims per day as bars, area as a line.
import { useMemo } from "preact/hooks";
import type { Days, Theatre } from "../api/types";
import { bars, curve } from "../domain/strip";

interface Props {
  readonly theatre: Theatre;
  readonly days: Days;
  readonly at: number;
  readonly length: number;
}

const HEIGHT = 40;

export function Strip({ theatre, days, at, length }: Props) {
  const width = length + 1;
  const area = days.area_km2[theatre.measured_side] ?? [];
  const name = theatre.sides.find((side) => side.id === theatre.measured_side)?.name ?? "";
  // Elements that stay the same objects are not compared again: a change of day moves one line.
  const claims = useMemo(
    () => bars(days.claims, width, HEIGHT * 0.7).map(({ day, height }) => (
      <rect key={day} x={day + 0.1} y={HEIGHT - height} width={0.8} height={height} />
    )),
    [days, width],
  );
  const line = useMemo(() => <path d={curve(area, HEIGHT)} vector-effect="non-scaling-stroke" />, [area]);
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`Claims published per day, and the area that ${name} most probably controls`}>
      {claims}
      {line}
      <line x1={at + 0.5} x2={at + 0.5} y1="0" y2={HEIGHT} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
