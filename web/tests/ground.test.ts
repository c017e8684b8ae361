import { describe, expect, it } from "vitest";
import type { Places } from "../src/api/types";
import { BEYOND, Ground, REACH_KM, mercator } from "../src/map/ground";
import { StepTable } from "../src/domain/steps";
import { strength } from "../src/map/surface";
import { activeBox } from "../src/map/view";

const PLACES: Places = {
  id: ["a", "b", "c", "d"], name: ["A", "B", "C", "D"], lon: [10, 10.1, 10.1, null], lat: [50, 50, 50, null],
  population: [0, 0, 0, 0], region: [-1, -1, -1, -1], regions: [],
};

describe("the ground", () => {
  const ground = new Ground(PLACES);
  it("is nearest to one place, as far as a report of it can tell", () => {
    expect(ground.nearest(10.04, 50)).toBe(0);
    expect(ground.nearest(10.06, 50)).toBe(1);
    expect(ground.nearest(10, 50 + (REACH_KM - 0.5) / 111.2)).toBe(0);
    expect(ground.nearest(10, 50 + (REACH_KM + 0.5) / 111.2)).toBeNull();
  });
  it("ends in points that are no place, each as far away as a report can tell", () => {
    expect([...ground.place.slice(0, 3)]).toEqual([0, 1, 2]);
    const edge = [...ground.place.keys()].slice(3);
    expect(edge.length).toBeGreaterThan(12);
    for (const site of edge) {
      expect(ground.place[site]).toBe(BEYOND);
      const away = [0, 1].map((i) => Math.hypot(...[0, 1].map((k) => ground.xy[2 * site + k]! - ground.xy[2 * i + k]!)));
      expect((Math.min(...away) * 40_075 * Math.cos((50 * Math.PI) / 180)) / REACH_KM).toBeCloseTo(1, 1);
    }
  });
  it("has an edge in a gap between far places, and none where they stand close", () => {
    const grid = (step: number): Places => {
      const at = Array.from({ length: 100 }, (_, i) => [10 + step * (i % 10), 50 + step * Math.floor(i / 10)]);
      return { ...PLACES, id: at.map((_, i) => `${i}`), lon: at.map(([lon]) => lon!), lat: at.map(([, lat]) => lat!) };
    };
    const inside = (step: number): number => {
      const { place, xy } = new Ground(grid(step));
      const [[west, south], [east, north]] = [mercator(10, 50), mercator(10 + 9 * step, 50 + 9 * step)];
      return [...place.keys()].filter((i) => {
        const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
        return place[i] === BEYOND && x > west && x < east && y > north && y < south;
      }).length;
    };
    expect(inside(1)).toBeGreaterThan(100);
    expect(inside(0.1)).toBe(0);
  });
  it("holds no place where none has a point", () => {
    const none = new Ground({ ...PLACES, lon: [null, null, null, null], lat: [null, null, null, null] });
    expect(none.nearest(10, 50)).toBeNull();
  });
});

describe("the strength of a colour", () => {
  it("grows with the probability, from nothing at a half", () => {
    expect([0, 50, 75, 100].map(strength)).toEqual([0, 0, expect.closeTo(0.27), expect.closeTo(0.54)]);
  });
});

describe("the first view", () => {
  const steps = (changes: number): StepTable =>
    new StepTable({
      first: "2025-01-01", days: 40, outcomes: ["A"], count: [...Array(10).fill(changes), 1],
      day: [...Array.from({ length: 10 }, () => Array.from({ length: changes }, (_, i) => 39 - changes + i + 1)).flat(), 0],
      percent: [[...Array(10 * changes).fill(50), 50]],
    });
  const places: Places = {
    ...PLACES, id: Array.from({ length: 11 }, (_, i) => `${i}`), lon: [...Array.from({ length: 10 }, (_, i) => 20 + i / 10), 5], lat: Array(11).fill(50),
  };
  it("is of where the front moves", () => expect(activeBox(places, steps(4), [0, 0, 90, 80])[0]).toBeGreaterThan(19.7));
  it("is of all places where little moves", () => expect(activeBox(places, steps(1), [0, 0, 90, 80])[0]).toBeCloseTo(4.75));
  it("is of the theatre where there is no place", () =>
    expect(activeBox({ ...PLACES, id: [] }, steps(1), [0, 0, 90, 80])).toEqual([0, 0, 90, 80]));
});
