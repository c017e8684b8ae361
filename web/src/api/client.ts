// The one door to the server. Errors carry a line that can be shown.
import type { FeatureCollection } from "geojson";
import type {
  Asset, Correction, Days, Dispute, Distance, Found, History, Panel, Places, Reference, Steps, Theatre, TrackRecord,
} from "./types";

export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function get<T>(path: string, query: Record<string, string | null> = {}, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(fetch(addressOf(path, query), signal ? { signal } : {}), signal);
}

function addressOf(path: string, query: Record<string, string | null>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  const search = new URLSearchParams(given).toString();
  return `./api/${path}${search && `?${search}`}`;
}

/** What the server answers a request with. Throws an ApiError with a line that can be shown. */
export async function answerOf<T>(request: Promise<Response>, signal?: AbortSignal): Promise<T> {
  const answer = await request.catch((error) => {
    if (signal?.aborted) throw error;
    throw new ApiError("The server does not answer. The page shows what it had.", 0);
  });
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new ApiError(typeof told.error === "string" ? told.error : `The server answered ${answer.status}.`, answer.status);
  }
  return answer.json() as Promise<T>;
}

export const api = {
  theatre: () => get<Theatre>("theatre"),
  places: () => get<Places>("places"),
  steps: (asOf: string | null, signal?: AbortSignal) => get<Steps>("steps", { as_of: asOf }, signal),
  days: () => get<Days>("days"),
  basemap: () => get<FeatureCollection>("basemap"),
  front: (day: string, asOf: string | null, signal?: AbortSignal) =>
    get<FeatureCollection>("front", { day, as_of: asOf }, signal),
  panel: (place: string, day: string, asOf: string | null, signal?: AbortSignal) =>
    get<Panel>(`places/${encodeURIComponent(place)}`, { day, as_of: asOf }, signal),
  history: (place: string, asOf: string | null, signal?: AbortSignal) =>
    get<History>(`places/${encodeURIComponent(place)}/history`, { as_of: asOf }, signal),
  distance: (place: string, asOf: string | null, signal?: AbortSignal) =>
    get<Distance>(`places/${encodeURIComponent(place)}/distance`, { as_of: asOf }, signal),
  search: (words: string, signal?: AbortSignal) => get<Found[]>("search", { q: words }, signal),
  disputes: (day: string, asOf: string | null, signal?: AbortSignal) =>
    get<Dispute[]>("disputes", { day, as_of: asOf }, signal),
  sources: (day: string, asOf: string | null, signal?: AbortSignal) =>
    get<TrackRecord[]>("sources", { day, as_of: asOf }, signal),
  assets: (day: string, signal?: AbortSignal) => get<Asset[]>("assets", { day }, signal),
  references: () => get<string[]>("references"),
  reference: (name: string, day: string, asOf: string | null, signal?: AbortSignal) =>
    get<Reference>(`references/${encodeURIComponent(name)}`, { day, as_of: asOf }, signal),
  compare: (map: File, day: string, asOf: string | null, signal: AbortSignal) => {
    const body = { method: "POST", headers: { "content-type": "application/octet-stream" }, body: map, signal };
    return answerOf<Reference>(fetch(addressOf("compare", { day, as_of: asOf, name: map.name }), body), signal);
  },
  corrections: (signal?: AbortSignal) => get<Correction[]>("corrections", {}, signal),
};
