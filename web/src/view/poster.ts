// The map as a picture that stands alone: what it shows, of which day, known when, by whom.
import type { Theatre } from "../api/types";
import { type Day, longDay } from "../domain/days";
import { PALETTES, type Scheme, sideColour } from "../map/palette";
import { strength } from "../map/surface";

const MARGIN = 14;
const SWATCH = 34;
const ROW = 21;
const TITLE = 34;
const SMALL = 15;
const WORDS = "13px Georgia, serif";

export interface Shown {
  readonly theatre: Theatre;
  readonly day: Day;
  readonly known: Day | null;
  readonly scheme: Scheme;
  /** the name of the map that is laid over */
  readonly over: string | null;
  /** the address of this very view */
  readonly address: string;
}

interface Entry {
  readonly words: string;
  /** draws into 28 x 13 pixels */
  readonly draw: (pen: CanvasRenderingContext2D) => void;
}

/** Set a title and a legend under the map. `map` has `dots` of its own for each pixel of the page. */
export function poster(map: HTMLCanvasElement, shown: Shown, dots = devicePixelRatio): HTMLCanvasElement {
  const { theatre, day, known, scheme, address } = shown;
  const palette = PALETTES[scheme];
  const sheet = document.createElement("canvas");
  const pen = sheet.getContext("2d")!;
  const width = map.width / dots;
  pen.font = WORDS;
  const rows = flow(entries(shown), (words) => SWATCH + pen.measureText(words).width + 20, width - 2 * MARGIN);
  const foot = TITLE + rows.length * ROW + 2 * SMALL + 6;
  [sheet.width, sheet.height] = [map.width, map.height + Math.round(foot * dots)];
  pen.fillStyle = palette.halo;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(map, 0, 0);
  pen.setTransform(dots, 0, 0, dots, 0, map.height);
  pen.fillStyle = palette.ink;
  pen.font = "bold 17px Georgia, serif";
  pen.fillText(`${theatre.name}, ${longDay(day)}${known && known !== day ? `, as known on ${longDay(known)}` : ""}`, MARGIN, 24, width - 2 * MARGIN);
  pen.font = WORDS;
  rows.forEach((row, i) => row.forEach(({ entry, x }) => {
    pen.save();
    pen.translate(MARGIN + x, TITLE + i * ROW);
    entry.draw(pen);
    pen.restore();
    pen.fillStyle = palette.ink;
    pen.fillText(entry.words, MARGIN + x + SWATCH, TITLE + i * ROW + 11);
  }));
  pen.fillStyle = palette.quiet;
  pen.font = "11px system-ui, sans-serif";
  const below = TITLE + rows.length * ROW + 9;
  pen.fillText(`Salient ${theatre.software}, data ${theatre.version}. Probabilities from published claims, not positions.`, MARGIN, below, width - 2 * MARGIN);
  pen.fillText(address, MARGIN, below + SMALL, width - 2 * MARGIN);
  return sheet;
}

/** Entries in rows no wider than `most`, each with its place in the row. */
export function flow<T extends { readonly words: string }>(all: readonly T[], widthOf: (words: string) => number, most: number) {
  const rows: { entry: T; x: number }[][] = [];
  let x = Infinity;
  for (const entry of all) {
    const width = widthOf(entry.words);
    if (x + width > most + 20) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ entry, x });
    x += width;
  }
  return rows;
}

function entries({ theatre, scheme, over }: Shown): Entry[] {
  const palette = PALETTES[scheme];
  const stroke = (pen: CanvasRenderingContext2D, colour: string, width: number, points: readonly (readonly [number, number])[]): void => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(x, y);
    pen.stroke();
  };
  const wave = [[0, 9], [9, 5], [18, 8], [28, 4]] as const;
  return [
    ...theatre.sides.map((side, i) => ({
      words: `${side.name} controls it: the stronger, the surer`,
      draw: (pen: CanvasRenderingContext2D) => [70, 100].forEach((percent, k) => {
        pen.fillStyle = sideColour(palette, i);
        pen.globalAlpha = strength(percent);
        pen.fillRect(14 * k, 0, 14, 13);
      }),
    })),
    { words: "contested", draw: (pen) => [0, 6, 12, 18, 24].forEach((x) => stroke(pen, palette.line, 1, [[x, 13], [x + 5, 0]])) },
    {
      words: "the line; grey: where it may as well run",
      draw: (pen) => {
        pen.globalAlpha = 0.12;
        stroke(pen, palette.line, 10, wave);
        pen.globalAlpha = 1;
        stroke(pen, palette.line, 2.2, wave);
      },
    },
    {
      words: "disputed",
      draw: (pen) => {
        pen.strokeStyle = palette.ring;
        pen.lineWidth = 2;
        pen.beginPath();
        pen.arc(14, 6.5, 5, 0, 2 * Math.PI);
        pen.stroke();
      },
    },
    ...(over === null ? [] : [{
      words: over,
      draw: (pen: CanvasRenderingContext2D) => {
        pen.setLineDash([4, 4]);
        stroke(pen, palette.reference, 2, [[0, 7], [28, 7]]);
      },
    }]),
  ];
}
