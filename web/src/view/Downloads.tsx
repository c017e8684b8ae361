import type { Panel } from "../api/types";
import { claimsCsv, controlCsv, frontGeojson } from "../domain/download";
import { nameOf } from "../domain/words";
import type { Scheme } from "../map/palette";
import { data, selection, sharedAddress } from "../state/app";
import { poster } from "./poster";
import { save } from "./save";

/** Files of what is on screen: the claims of a place; the state and the line of the day; the picture. */
export function Downloads({ panel }: { readonly panel: Panel }) {
  return (
    <p class="downloads">
      Download{" "}
      <button type="button" class="link" onClick={() => save(`${panel.place.name}-${panel.day}.csv`, "text/csv", claimsCsv(panel))}>
        these claims (CSV)
      </button>
    </p>
  );
}

interface MapProps {
  readonly day: string;
  readonly scheme: Scheme;
  readonly picture: () => Promise<HTMLCanvasElement> | undefined;
}

export function MapDownloads({ day, scheme, picture }: MapProps) {
  const { theatre, places, steps, front } = data.value;
  const { known } = selection.value;
  const note = `Salient ${theatre!.software}, data ${theatre!.version}: ${theatre!.sides.map((side) => nameOf(theatre!, side.id)).join(", ")}`;
  const shot = (): void => {
    void picture()?.then((map) => {
      const sheet = poster(map, { theatre: theatre!, day, known, scheme, over: data.value.reference?.name ?? null, address: sharedAddress() });
      save(`salient-${day}.png`, "image/png", sheet.toDataURL("image/png"));
    });
  };
  return (
    <p class="downloads">
      Download{" "}
      <button type="button" class="link" onClick={() => save(`salient-${day}.csv`, "text/csv", controlCsv(places!, steps!, day))}>CSV</button>{" "}
      {front && (
        <button type="button" class="link" onClick={() => save(`salient-${day}.geojson`, "application/geo+json", frontGeojson(front, day, note))}>
          GeoJSON
        </button>
      )}{" "}
      <button type="button" class="link" onClick={shot}>PNG</button>
    </p>
  );
}
