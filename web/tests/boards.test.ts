import { describe, expect, it } from "vitest";
import type { Asset, Dispute } from "../src/api/types";
import { assetPoints, assetsNear, kmBetween, lookOf } from "../src/domain/assets";
import { EVERYTHING, narrowed } from "../src/domain/disputes";
import { distanceCurve, kmOn } from "../src/domain/distance";

const asset = (id: string, lon: number, ...said: string[]): Asset =>
  ({ id, name: id, asset_class: "mine", place: null, operator: null, lon, lat: 48, states: said.map((status) => ({ status, day: "2025-12-01" })) }) as unknown as Asset;

describe("assets", () => {
  it("look like what was said last of them", () => {
    expect([asset("a", 0, "suspended", "operating"), asset("b", 0, "destroyed"), asset("c", 0)].map(lookOf)).toEqual(["stopped", "hurt", "silent"]);
    expect(assetPoints([asset("a", 37, "operating")]).features[0]!.properties).toMatchObject({ asset: "a", icon: "mine-running" });
  });
  it("are near to a place by kilometres, the nearest first", () => {
    expect(kmBetween(37, 48, 37, 49)).toBeCloseTo(111.2, 1);
    const near = assetsNear([asset("far", 38), asset("b", 37.1), asset("a", 37.05)], 37, 48, 15);
    expect(near.map(([one]) => one.id)).toEqual(["a", "b"]);
  });
});

describe("disputes", () => {
  const dispute = (id: string, region: string, side: string, age: number): Dispute =>
    ({ place: { id, region }, asserted: { side }, age_days: age }) as unknown as Dispute;
  const all = [dispute("a", "North", "X", 40), dispute("b", "South", "X", 3), dispute("c", "North", "Y", 10)];
  const ids = (change: Partial<typeof EVERYTHING>): string => narrowed(all, { ...EVERYTHING, ...change }).map((one) => one.place.id).join("");
  it("are narrowed by region, side and age, newest first or oldest first", () => {
    expect(ids({})).toBe("bca");
    expect(ids({ oldestFirst: true })).toBe("acb");
    expect(ids({ region: "North" })).toBe("ca");
    expect(ids({ side: "Y" })).toBe("c");
    expect(ids({ days: 30 })).toBe("bc");
    expect(ids({ days: -30 })).toBe("a");
  });
});

describe("the distance to the line", () => {
  const distance = { day: ["2025-01-01", "2025-01-11", "2025-01-21"], km: [20, null, 5] };
  it("runs down to the line, and is lifted where none was known", () => {
    expect(distanceCurve(distance, "2025-01-01", 20, 40)).toBe("M0.5 0.0M20.5 30.0");
  });
  it("is told of the nearest day that was measured", () => {
    expect(kmOn(distance, "2025-01-18")).toEqual({ day: "2025-01-21", km: 5 });
    expect(kmOn({ day: [], km: [] }, "2025-01-18")).toBeNull();
  });
});
