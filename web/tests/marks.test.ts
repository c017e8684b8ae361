import { describe, expect, it } from "vitest";
import { beginnings, pieces } from "../src/domain/marks";

describe("marking quotes in a text", () => {
  it("cuts where quotes begin and end, and loses nothing", () => {
    const text = "It fell. They deny it.";
    const cut = pieces(text, [{ start: 0, end: 8 }, { start: 9, end: 22 }]);
    expect(cut.map((piece) => piece.text)).toEqual(["It fell.", " ", "They deny it."]);
    expect(cut.map((piece) => piece.of)).toEqual([[0], [], [1]]);
  });
  it("knows quotes that overlap or are shared", () => {
    const cut = pieces("abcdef", [{ start: 0, end: 4 }, { start: 2, end: 6 }, { start: 2, end: 6 }]);
    expect(cut.map((piece) => [piece.text, piece.of])).toEqual([["ab", [0]], ["cd", [0, 1, 2]], ["ef", [1, 2]]]);
    expect(beginnings(cut)).toEqual([[0], [1, 2], []]);
  });
  it("counts letters as the server does, beyond the first plane too", () => {
    const cut = pieces("🗺️ Покровськ узято", [{ start: 3, end: 12 }]);
    expect(cut[1]).toEqual({ text: "Покровськ", of: [0] });
  });
  it("leaves out what has no place in the text", () => {
    expect(pieces("abc", [{ start: null, end: null }, { start: 2, end: 9 }])).toEqual([{ text: "abc", of: [] }]);
    expect(pieces("", [])).toEqual([]);
  });
});
