// A text with the quotes of its claims marked.

export interface Span {
  /** in code points, as the server counts */
  readonly start: number | null;
  readonly end: number | null;
}

export interface Piece {
  readonly text: string;
  /** which of the spans this piece lies in, by their place in the list; empty for words that no claim carries */
  readonly of: readonly number[];
}

/** Cut a text where spans begin and end. Spans may overlap; those without a place in the text are left out. */
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const letters = Array.from(text);
  const held = spans.flatMap(({ start, end }, i) =>
    start === null || end === null || start >= end || end > letters.length ? [] : [{ start, end, i }],
  );
  const cuts = [...new Set([0, letters.length, ...held.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, k) => ({
    text: letters.slice(from, cuts[k + 1]).join(""),
    of: held.filter(({ start, end }) => start <= from && from < end).map(({ i }) => i),
  }));
}

/** The number of each span where it begins: a quote that several claims share is numbered once with all of them. */
export function beginnings(all: readonly Piece[]): readonly (readonly number[])[] {
  return all.map((piece, k) => piece.of.filter((i) => k === 0 || !all[k - 1]!.of.includes(i)));
}
