// Marks of assets: the shape tells the kind, the filling what was said last.
import type { Look } from "../domain/assets";
import type { Palette } from "./palette";

/** Strokes on a square of 20 units, by the kinds that theatre packs know; another kind has an empty mark. */
const SHAPES: Record<string, readonly (readonly [number, number])[][]> = {
  mine: [[[5, 15], [14, 6]], [[6, 6], [15, 15]], [[11, 4], [16, 9]], [[9, 4], [4, 9]]],
  plant: [[[4, 16], [4, 9], [8, 12], [8, 9], [12, 12], [12, 4], [15, 4], [15, 16], [4, 16]]],
  power: [[[12, 3], [6, 11], [10, 11], [8, 17], [14, 9], [10, 9], [12, 3]]],
  bridge: [[[3, 12], [17, 12]], [[4, 15], [4, 12], [7, 8], [13, 8], [16, 12], [16, 15]]],
  rail: [[[7, 3], [5, 17]], [[13, 3], [15, 17]], [[6, 7], [14, 7]], [[5.5, 11], [14.5, 11]], [[5, 15], [15, 15]]],
  port: [[[10, 4], [10, 16]], [[6, 7], [14, 7]], [[4, 11], [5, 14], [10, 16], [15, 14], [16, 11]]],
  dam: [[[7, 4], [12, 4], [15, 16], [4, 16], [7, 4]]],
};

export const KINDS = Object.keys(SHAPES);

/** Draw a mark `size` pixels wide into a canvas of twice as many, for sharp screens. */
export function icon(kind: string, look: Look, palette: Palette, size = 20): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * size;
  const pen = canvas.getContext("2d")!;
  pen.scale((2 * size) / 20, (2 * size) / 20);
  pen.lineJoin = pen.lineCap = "round";
  const filled = look === "running";
  pen.globalAlpha = look === "silent" ? 0.5 : 1;
  pen.fillStyle = filled ? palette.ink : palette.halo;
  pen.strokeStyle = look === "hurt" ? palette.ring : palette.ink;
  pen.lineWidth = look === "silent" ? 0.8 : 1.6;
  pen.setLineDash(look === "taken" ? [2.4, 2] : []);
  pen.beginPath();
  pen.roundRect(1, 1, 18, 18, 4);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  pen.lineWidth = 1.5;
  pen.strokeStyle = filled ? palette.halo : palette.ink;
  for (const stroke of SHAPES[kind] ?? []) line(pen, stroke);
  pen.strokeStyle = palette.ring;
  pen.lineWidth = 2;
  if (look === "hurt") line(pen, [[2, 18], [18, 2]]);
  return canvas;
}

function line(pen: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.stroke();
}
