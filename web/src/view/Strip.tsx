// The strip under the map: claims per day as bars, area as a line.
import type { Days, Theatre } from "../api/types";
import { useMemo } from "preact/hooks";
import { areaByDay, areasOf } from "../domain/area";
import { bars, curve } from "../domain/strip";
import { data } from "../state/app";
import { useStore } from "../state/store";

interface Props {
  readonly theatre: Theatre;
  readonly days: Days;
  readonly at: number;
  readonly length: number;
}

const HEIGHT = 40;

export function Strip({ theatre, days, at, length }: Props) {
  const width = length + 1;
  const { steps, ground } = useStore(data);
  const area = useMemo(() => (steps && ground ? areaByDay(steps, areasOf(ground), theatre.measured_side) : []), [steps, ground]);
  const name = theatre.sides.find((side) => side.id === theatre.measured_side)?.name ?? "";
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`Claims published per day, and the area that ${name} most probably controls`}>
      {bars(days.claims, width, HEIGHT * 0.7).map(({ day, height }) => (
        <rect key={day} x={day + 0.1} y={HEIGHT - height} width={0.8} height={height} />
      ))}
      <path d={curve(area, HEIGHT)} vector-effect="non-scaling-stroke" />
      <line x1={at + 0.5} x2={at + 0.5} y1="0" y2={HEIGHT} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
