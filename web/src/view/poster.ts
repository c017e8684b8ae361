// The map as a picture that stands alone: what it shows, of which day, known when, by whom.
import type { Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { PALETTES, type Scheme, sideColour } from "../map/palette";
import { strength } from "../map/surface";

const FOOT = 74;

interface Shown {
  readonly theatre: Theatre;
  readonly day: Day;
  readonly known: Day | null;
  readonly scheme: Scheme;
  /** the name of the map that is laid over */
  readonly over: string | null;
  /** the address of this very view */
  readonly address: string;
}

/** Set a title and a legend under the map. `map` has `dots` of its own for each pixel of the page. */
export function poster(map: HTMLCanvasElement, { theatre, day, known, scheme, over, address }: Shown, dots = devicePixelRatio): HTMLCanvasElement {
  const palette = PALETTES[scheme];
  const sheet = document.createElement("canvas");
  const width = map.width / dots;
  [sheet.width, sheet.height] = [map.width, map.height + FOOT * dots];
  const pen = sheet.getContext("2d")!;
  pen.fillStyle = palette.halo;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(map, 0, 0);
  pen.setTransform(dots, 0, 0, dots, 0, map.height);
  pen.fillStyle = palette.ink;
  pen.font = "bold 17px Georgia, serif";
  pen.fillText(`${theatre.name}, ${longDay(day)}${known && known !== day ? `, as known on ${longDay(known)}` : ""}`, 14, 24, width - 28);
  let x = 14;
  pen.font = "13px Georgia, serif";
  const swatch = (words: string, draw: () => void): void => {
    draw();
    pen.globalAlpha = 1;
    pen.fillStyle = palette.ink;
    pen.fillText(words, x + 34, 45);
    x += 34 + pen.measureText(words).width + 20;
  };
  theatre.sides.forEach((side, i) => swatch(`${side.name} controls it: the stronger, the surer`, () => {
    pen.fillStyle = sideColour(palette, i);
    [70, 100].forEach((percent, k) => {
      pen.globalAlpha = strength(percent);
      pen.fillRect(x + 14 * k, 34, 14, 13);
    });
  }));
  swatch("contested", () => {
    pen.strokeStyle = palette.line;
    pen.lineWidth = 1;
    for (let k = 0; k < 28; k += 6) {
      pen.beginPath();
      pen.moveTo(x + k, 47);
      pen.lineTo(x + k + 6, 34);
      pen.stroke();
    }
  });
  if (over)
    swatch(over, () => {
      pen.strokeStyle = palette.reference;
      pen.lineWidth = 2;
      pen.setLineDash([4, 4]);
      pen.beginPath();
      pen.moveTo(x, 41);
      pen.lineTo(x + 28, 41);
      pen.stroke();
      pen.setLineDash([]);
    });
  pen.fillStyle = palette.quiet;
  pen.font = "11px system-ui, sans-serif";
  pen.fillText(`Salient ${theatre.software}, data ${theatre.version}. Probabilities from published claims, not positions. ${address}`, 14, 65, width - 28);
  return sheet;
}
