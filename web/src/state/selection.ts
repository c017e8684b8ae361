// What is chosen, and its form as an address. Everything that a reader can see follows from this and the data.
import { type Day, isDay } from "../domain/days";

export type Board = "disputes" | "changes" | "sources" | "assets" | "table" | "corrections" | "add";
const BOARDS: readonly Board[] = ["disputes", "changes", "sources", "assets", "table", "corrections", "add"];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface Selection {
  /** null: the last day there is */
  readonly day: Day | null;
  /** null: known on the day shown */
  readonly known: Day | null;
  readonly place: string | null;
  readonly board: Board | null;
  /** the asset to show first on the board of assets */
  readonly asset: string | null;
  readonly camera: Camera | null;
  /** the map of others that is laid over, where the server has it */
  readonly reference: string | null;
  /** how many days back changes are counted */
  readonly since: number;
}

export const WEEK = 7;

export const NOTHING: Selection = { day: null, known: null, place: null, board: null, asset: null, camera: null, reference: null, since: WEEK };

export function toHash(selection: Selection): string {
  const parts: string[] = [];
  if (selection.day) parts.push(`day=${selection.day}`);
  if (selection.known) parts.push(`known=${selection.known}`);
  if (selection.place) parts.push(`place=${encodeURIComponent(selection.place)}`);
  if (selection.board) parts.push(`board=${selection.board}`);
  if (selection.asset && selection.board === "assets") parts.push(`asset=${encodeURIComponent(selection.asset)}`);
  if (selection.reference) parts.push(`over=${encodeURIComponent(selection.reference)}`);
  if (selection.since !== WEEK) parts.push(`since=${selection.since}`);
  const { camera } = selection;
  if (camera) parts.push(`map=${camera.lon.toFixed(3)},${camera.lat.toFixed(3)},${camera.zoom.toFixed(2)}`);
  return parts.length ? `#${parts.join("&")}` : "#";
}

/** Read an address; parts that make no sense are left out. */
export function fromHash(hash: string): Selection {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const day = (name: string): Day | null => {
    const text = parts.get(name);
    return text && isDay(text) ? text : null;
  };
  const board = parts.get("board") as Board | null;
  return {
    day: day("day"),
    known: day("known"),
    place: parts.get("place") || null,
    board: board && BOARDS.includes(board) ? board : null,
    asset: parts.get("asset") || null,
    camera: camera(parts.get("map")),
    reference: parts.get("over") || null,
    since: Math.min(Math.max(Math.trunc(Number(parts.get("since"))) || WEEK, 1), 1000),
  };
}

function camera(text: string | null): Camera | null {
  const [lon, lat, zoom] = (text ?? "").split(",").map(Number);
  const sound = [lon, lat, zoom].every((value) => Number.isFinite(value));
  return text && sound && Math.abs(lat!) <= 85 ? { lon: lon!, lat: lat!, zoom: zoom! } : null;
}
