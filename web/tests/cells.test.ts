import { describe, expect, it } from "vitest";
import type { Places } from "../src/api/types";
import { boxOf, cells } from "../src/map/cells";

const PLACES: Places = {
  id: ["a", "b", "c"], name: ["A", "B", "C"], lon: [10, 11, 11], lat: [50, 50, 50],
  population: [0, 0, 0], region: [-1, -1, -1], regions: [],
};

describe("cells", () => {
  it("give each place the ground nearest to it; of two on one point only one", () => {
    const found = cells(PLACES, [9, 49, 12, 51]).features;
    expect(found.map((cell) => cell.id)).toEqual([0, 1]);
  });
  it("end halfway between two places", () => {
    const near = { ...PLACES, lon: [10, 10.1, 10.1] };
    const ring = cells(near, [9, 49, 12, 51]).features[0]!.geometry.coordinates[0]!;
    expect(Math.max(...ring.map(([lon]) => lon!))).toBeCloseTo(10.05, 3);
  });
  it("reach no farther than a report of the place can tell", () => {
    const ring = cells(PLACES, [9, 49, 12, 51]).features[0]!.geometry.coordinates[0]!;
    const kilometres = ring.map(([lon, lat]) => Math.hypot((lon! - 10) * 71.5, (lat! - 50) * 111.2));
    expect(Math.max(...kilometres)).toBeCloseTo(20, 0);
  });
  it("are closed rings within the box", () => {
    for (const cell of cells(PLACES, [9, 49, 12, 51]).features) {
      const ring = cell.geometry.coordinates[0]!;
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      expect(ring.every(([, lat]) => lat! >= 49 && lat! <= 51)).toBe(true);
    }
  });
  it("lie in a box with a margin, cut to the theatre", () => {
    expect(boxOf(PLACES, [9.9, 0, 20, 60], 0.3)).toEqual([9.9, 49.7, 11.3, 50.3]);
  });
});
