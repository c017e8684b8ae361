import { describe, expect, it } from "vitest";
import type { Places } from "../src/api/types";
import { areaByDay } from "../src/domain/area";
import { agreement, readReference } from "../src/domain/reference";
import { moved } from "../src/domain/rows";
import { StepTable } from "../src/domain/steps";
import { csv } from "../src/domain/download";

const BOX = { type: "Polygon", coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]], [[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 1], [0.5, 0.5]]] };
const PLACES: Places = {
  id: ["in", "out", "hole", "words"], name: ["In", "Out", "Hole", "Words"], lon: [1.5, 3, 0.7, null], lat: [1.5, 3, 0.7, null],
  population: [0, 0, 0, 0], region: [-1, -1, -1, -1], regions: [],
};
const STATE = { values: [[90, 10, 90, 90], [5, 85, 5, 5], [5, 5, 5, 5]].map((column) => Uint8Array.from(column)) };

describe("another map", () => {
  it("is read out of any GeoJSON with areas", () => {
    const read = readReference("x", JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", geometry: BOX }] }));
    expect(read.areas.features).toHaveLength(1);
  });
  it.each([["{", "is not GeoJSON"], ['{"type":"Point","coordinates":[0,0]}', "holds no areas"], ["null", "holds no areas"]])(
    "says what is wrong with %s", (text, words) => expect(() => readReference("a.json", text)).toThrow(words),
  );
  it("agrees place by place, with holes outside and places without a point left out", () => {
    const found = agreement(readReference("x", JSON.stringify(BOX)), PLACES, STATE, 0, 2);
    expect(found).toEqual({ compared: 3, same: 2, differ: [2] });
  });
});

describe("area", () => {
  it("of an outcome follows its steps", () => {
    const steps = new StepTable({ first: "2025-01-01", days: 3, outcomes: ["A"], count: [2], day: [0, 2], percent: [[50, 100]] });
    expect(areaByDay(steps, new Map([[0, 10]]), "A")).toEqual([5, 5, 10]);
  });
});

describe("a change", () => {
  it("counts from so many points on, and not from the unknown", () => {
    const before = { values: [Uint8Array.from([50, 50, 255])] };
    expect(moved(before, { values: [Uint8Array.from([60, 55, 90])] }, 10)).toEqual([0]);
  });
});

describe("a table for spreadsheets", () => {
  it("quotes what needs it and defuses formulas", () => {
    expect(csv([["a,b", '"', "=1+1", -3, null]])).toBe('"a,b","""",\'=1+1,-3,\r\n');
  });
});
