// The distance to the line as a curve.
import type { Distance } from "../api/types";
import { type Day, daysBetween } from "./days";

/** An SVG path; x counts days from `first`, y runs down to the line itself at `height`. Lifted where no line was known. */
export function distanceCurve(distance: Distance, first: Day, top: number, height: number): string {
  let path = "";
  let pen = "M";
  distance.day.forEach((day, i) => {
    const km = distance.km[i];
    if (km == null) {
      pen = "M";
      return;
    }
    path += `${pen}${daysBetween(first, day) + 0.5} ${(height * (1 - km / top)).toFixed(1)}`;
    pen = "L";
  });
  return path;
}

/** The measured day nearest to the one asked about. */
export function kmOn(distance: Distance, day: Day): { readonly day: Day; readonly km: number | null } | null {
  let best = -1;
  distance.day.forEach((one, i) => {
    if (best < 0 || Math.abs(daysBetween(one, day)) < Math.abs(daysBetween(distance.day[best]!, day))) best = i;
  });
  return best < 0 ? null : { day: distance.day[best]!, km: distance.km[best] ?? null };
}
