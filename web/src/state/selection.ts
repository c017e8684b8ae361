// What is chosen, and its form as an address. Everything that a reader can see follows from this and the data.
import { type Day, isDay } from "../domain/days";

export type Board = "disputes" | "changes" | "sources" | "assets" | "table";
const BOARDS: readonly Board[] = ["disputes", "changes", "sources", "assets", "table"];

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
  readonly camera: Camera | null;
}

export const NOTHING: Selection = { day: null, known: null, place: null, board: null, camera: null };

export function toHash(selection: Selection): string {
  const parts: string[] = [];
  if (selection.day) parts.push(`day=${selection.day}`);
  if (selection.known) parts.push(`known=${selection.known}`);
  if (selection.place) parts.push(`place=${encodeURIComponent(selection.place)}`);
  if (selection.board) parts.push(`board=${selection.board}`);
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
    camera: camera(parts.get("map")),
  };
}

function camera(text: string | null): Camera | null {
  const [lon, lat, zoom] = (text ?? "").split(",").map(Number);
  const sound = [lon, lat, zoom].every((value) => Number.isFinite(value));
  return text && sound && Math.abs(lat!) <= 85 ? { lon: lon!, lat: lat!, zoom: zoom! } : null;
}
