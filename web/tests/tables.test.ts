import { describe, expect, it } from "vitest";
import { areaByDay } from "../src/domain/area";
import { csv } from "../src/domain/download";
import { moved } from "../src/domain/rows";
import { StepTable } from "../src/domain/steps";

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
