// The hatching that stands for doubt.

/** A seamless tile of diagonal strokes, drawn at twice its size for sharp screens. */
export function hatch(colour: string, size = 20, stroke = 2): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d")!;
  pen.strokeStyle = colour;
  pen.lineWidth = stroke;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}
