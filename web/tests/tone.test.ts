import { describe, expect, it } from "vitest";
import { PALETTES } from "../src/map/palette";
import { strength, tone } from "../src/map/tone";

const state = { values: [[90, 20, 255, 45], [5, 70, 255, 45], [5, 10, 255, 10]].map((column) => Uint8Array.from(column)) };
const shown = (place: number): string => tone(state, place, [0, 1, -1], PALETTES.light);

describe("the colour of ground", () => {
  it("is of the side that is ahead", () => {
    expect(shown(0)).toMatch(/^rgba\(106, 76, 109, 0\.44\)$/);
    expect(shown(1)).toMatch(/^rgba\(163, 177, 138, 0\.25\)$/);
  });
  it("is none where nothing is known", () => expect(shown(2)).toBe("rgba(0, 0, 0, 0)"));
  it("grows with the probability, from nothing at two fifths", () => {
    expect([0, 40, 60, 70, 100].map(strength)).toEqual([0, 0, 0.16, expect.closeTo(0.25), 0.54]);
  });
});
