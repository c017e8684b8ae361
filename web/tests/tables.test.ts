import { describe, expect, it } from "vitest";
import { csv } from "../src/domain/download";
import { moved } from "../src/domain/rows";

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
