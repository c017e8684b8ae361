// The board of assets, and those near a place.
import { useEffect, useRef } from "preact/hooks";
import type { Asset, Panel as PanelData, Theatre } from "../api/types";
import { assetsNear } from "../domain/assets";
import { type Day, longDay } from "../domain/days";
import { data, selection } from "../state/app";
import { useStore } from "../state/store";
import { ClaimCard } from "./ClaimCard";
import { Panel } from "./Panel";
import { PlaceLink } from "./PlaceLink";

const NEAR_KM = 15;
const MOST_STATES = 3;
const NOTHING = "nothing said by this day";

export function Assets({ day }: { readonly day: Day }) {
  const { assets, theatre } = useStore(data);
  const { asset: chosen } = useStore(selection);
  const said = assets.filter((asset) => asset.states.length || asset.id === chosen);
  const silent = assets.filter((asset) => !said.includes(asset));
  return (
    <Panel title="Assets" aside={longDay(day)}>
      <p class="lead">What has been said of mines, plants, bridges and railways; not what is true of them.</p>
      {!assets.length && <p class="none">The theatre names no assets.</p>}
      {said.map((asset) => <Entry key={asset.id} asset={asset} theatre={theatre!} chosen={asset.id === chosen} />)}
      {silent.length > 0 && (
        <>
          <h3>Nothing said by this day</h3>
          <p class="silent">{silent.map((asset) => asset.name).join(" · ")}</p>
        </>
      )}
    </Panel>
  );
}

function Entry({ asset, theatre, chosen }: { readonly asset: Asset; readonly theatre: Theatre; readonly chosen: boolean }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) section.current?.scrollIntoView({ block: "start" });
  }, [chosen]);
  return (
    <section class={`dispute ${chosen ? "chosen" : ""}`} ref={section}>
      <h3>{asset.name} <small>{asset.asset_class}{asset.operator && `, ${asset.operator}`}</small></h3>
      <p><Near asset={asset} /></p>
      {!asset.states.length && <p class="none">Nothing has been said of it by this day.</p>}
      {asset.states.slice(0, MOST_STATES).map((state, i) => (
        <div key={i}>
          <p>Said to be <b>{state.status}</b>, {longDay(state.day)}</p>
          <ClaimCard claim={state.claim} theatre={theatre} />
        </div>
      ))}
      {asset.states.length > MOST_STATES && <p class="none">{asset.states.length - MOST_STATES} earlier statements are not listed.</p>}
    </section>
  );
}

/** The settlement whose ground it stands on. */
function Near({ asset }: { readonly asset: Asset }) {
  const { ground, places } = data.value;
  const place = ground!.nearest(asset.lon, asset.lat);
  if (place === null) return <>{asset.place}</>;
  return <>near <PlaceLink id={places!.id[place]!} name={places!.name[place]!} /></>;
}

/** The assets around a place, with what was said of them last. */
export function AssetsNear({ panel }: { readonly panel: PanelData }) {
  const { assets } = useStore(data);
  const { lon, lat } = panel.place;
  if (lon === null || lat === null) return null;
  const near = assetsNear(assets, lon, lat, NEAR_KM);
  if (!near.length) return null;
  return (
    <section class="near" aria-label="Assets nearby">
      <h3>Mines, plants and lines within {NEAR_KM} km</h3>
      <ul>
        {near.map(([asset, away]) => (
          <li key={asset.id}>
            <button type="button" class="link" onClick={() => selection.update({ board: "assets", asset: asset.id, place: null })}>{asset.name}</button>{" "}
            <small>{Math.max(Math.round(away), 1)} km{asset.states[0] ? ` · said to be ${asset.states[0].status}, ${longDay(asset.states[0].day)}` : ` · ${NOTHING}`}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
