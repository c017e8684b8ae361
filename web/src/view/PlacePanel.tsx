// One settlement: sentence, numbers, quotes, method, in this order.
import { api } from "../api/client";
import type { Panel as PanelData, Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { nameOf, percent, plural } from "../domain/words";
import { AssetsNear } from "./Assets";
import { DistanceToLine } from "./Distance";
import { Downloads } from "./Downloads";
import { Panel } from "./Panel";
import { Says } from "./Says";
import { TimeLine } from "./TimeLine";
import { useAnswer } from "./useAnswer";
import { Waterfall } from "./Waterfall";

interface Props {
  readonly theatre: Theatre;
  readonly place: string;
  readonly day: Day;
  readonly asOf: Day | null;
}

export function PlacePanel({ theatre, place, day, asOf }: Props) {
  const { value, problem, stale } = useAnswer((signal) => api.panel(place, day, asOf, signal), [place, day, asOf]);
  if (problem)
    return (
      <Panel title="Not found">
        <p class="none">{problem}</p>
      </Panel>
    );
  if (!value)
    return (
      <Panel title="…">
        <p class="none">Reading…</p>
      </Panel>
    );
  return (
    <Panel title={value.place.name} aside={value.place.region}>
      <div class={stale ? "stale" : ""} aria-busy={stale}>
        <Verdict theatre={theatre} panel={value} />
        <Says theatre={theatre} panel={value} />
        {value.withheld > 0 && (
          <p class="withheld">
            {plural(value.withheld, "claim")} about strikes, losses or strength withheld until{" "}
            {plural(theatre.publish_delay_days, "day")} after publication.
          </p>
        )}
        <TimeLine theatre={theatre} place={place} day={day} asOf={asOf} />
        <DistanceToLine theatre={theatre} place={place} day={day} asOf={asOf} />
        <AssetsNear panel={value} />
        <Waterfall theatre={theatre} panel={value} />
        <Downloads panel={value} />
      </div>
    </Panel>
  );
}

function Verdict({ theatre, panel }: { readonly theatre: Theatre; readonly panel: PanelData }) {
  const { verdict, probabilities, week_ago: before } = panel;
  return (
    <section class="verdict" aria-label="Verdict">
      <p class="headline">
        <b>{verdict.headline}</b> — {longDay(panel.day)}
        {verdict.since && verdict.since !== panel.day && <span class="since">since {longDay(verdict.since)}</span>}
      </p>
      <p class="sentence">{verdict.sentence}</p>
      {panel.place.lon === null && (
        <p class="as-of">Known from words like “8 km southwest of” only, so it has no point on the map.</p>
      )}
      {panel.as_of !== panel.day && <p class="as-of">As it could be known on {longDay(panel.as_of)}.</p>}
      {probabilities && (
        <>
          <Bar theatre={theatre} probabilities={probabilities} />
          <dl class="odds">
            {inOrder(theatre).map((outcome) => [outcome, probabilities[outcome] ?? 0] as const).map(([outcome, p]) => (
              <div key={outcome}>
                <dt>{outcome === "contested" ? "Contested" : `${nameOf(theatre, outcome)} controls it`}</dt>
                <dd>
                  {percent(p)}
                  {before && Math.round(before[outcome]! * 100) !== Math.round(p * 100) && (
                    <small>a week ago <span>{percent(before[outcome]!)}</span></small>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

/** The same order everywhere: contested ground lies between the sides. */
function inOrder(theatre: Theatre): string[] {
  const [first, ...others] = theatre.sides.map((side) => side.id);
  return [first!, "contested", ...others];
}

function Bar({ theatre, probabilities }: { readonly theatre: Theatre; readonly probabilities: Record<string, number> }) {
  return (
    <div class="bar" aria-hidden="true">
      {inOrder(theatre).map((outcome) => {
        const side = theatre.sides.findIndex((one) => one.id === outcome);
        return <i key={outcome} class={side >= 0 ? `fill-${side}` : "fill-contested"} style={{ flexGrow: probabilities[outcome] ?? 0 }} />;
      })}
    </div>
  );
}
