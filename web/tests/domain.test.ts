import { describe, expect, it } from "vitest";
import { addDays, clampDay, daysBetween, isDay, longDay, shortDay } from "../src/domain/days";
import { StepTable, UNKNOWN, changed } from "../src/domain/steps";
import { bars, curve } from "../src/domain/strip";
import { waterfall } from "../src/domain/waterfall";
import { fromHash, toHash } from "../src/state/selection";
import type { Panel, Steps } from "../src/api/types";

describe("days", () => {
  it("counts over the end of a leap February and over the change of clocks", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(daysBetween("2025-03-29", "2025-03-31")).toBe(2);
  });
  it("names days in words", () => {
    expect(longDay("2025-12-02")).toBe("2 December 2025");
    expect(shortDay("2025-12-02")).toBe("2 Dec");
  });
  it("keeps a day between two others and knows what is none", () => {
    expect(clampDay("2026-01-01", "2025-01-01", "2025-12-31")).toBe("2025-12-31");
    expect(isDay("2025-13-40")).toBe(false);
  });
});

const STEPS: Steps = {
  first: "2025-01-01", days: 10, outcomes: ["A", "B"],
  count: [2, 0, 1], day: [0, 5, 3], percent: [[90, 20, 50], [10, 80, 50]],
};

describe("steps", () => {
  const table = new StepTable(STEPS);
  it("hold from their day until the next", () => {
    expect(table.at(4).values[0]![0]).toBe(90);
    expect(table.at(5).values[0]![0]).toBe(20);
    expect(table.at(9).values[1]![0]).toBe(80);
  });
  it("are unknown before the first and where there is none", () => {
    expect([...table.at(2).values[0]!]).toEqual([90, UNKNOWN, UNKNOWN]);
  });
  it("tell which places differ between two days", () => {
    expect(changed(table.at(4), table.at(5))).toEqual([0]);
    expect(changed(null, table.at(4))).toEqual([0, 2]);
  });
  it("count the changes of a range of days", () => {
    expect([...table.changesIn(0, 9)]).toEqual([1, 0, 1]);
  });
});

describe("an address", () => {
  it("gives back the selection it was made from", () => {
    const chosen = {
      day: "2025-12-03", known: "2025-12-01", place: "said:a b&c", board: "assets" as const, asset: "mine 1",
      camera: { lon: 37.18, lat: 48.28, zoom: 9.25 }, reference: "A map", since: 30,
    };
    expect(fromHash(toHash(chosen))).toEqual(chosen);
  });
  it("loses what makes no sense", () => {
    expect(fromHash("#day=soon&board=aliens&map=a,b,c")).toEqual(fromHash(""));
  });
});

describe("the waterfall", () => {
  const panel = {
    prior_nats: { A: 0, B: 0 },
    evidence: [
      { origin: "x", note: "", claim: null, age_days: 0, reliability: 0.2, weight_nats: { A: Math.log(3) } },
      { origin: "y", note: "", claim: null, age_days: 0, reliability: null, weight_nats: { B: Math.log(3) } },
    ],
  } as unknown as Panel;
  it("goes from the prior to the posterior, each row where the last one ended", () => {
    const { prior, falls } = waterfall(panel, "A");
    expect(prior).toBeCloseTo(0.5);
    expect(falls.map((fall) => fall.after)).toEqual([expect.closeTo(0.75), expect.closeTo(0.5)]);
    expect(falls[1]!.before).toBe(falls[0]!.after);
    expect(falls.map((fall) => fall.reliability)).toEqual([0.2, null]);
  });
});

describe("the strip", () => {
  it("has bars for days with claims only", () => {
    expect(bars({ A: [0, 4], B: [0, 0] }, 2, 10)).toEqual([{ day: 1, height: 10 }]);
  });
  it("lifts its pen where no area is known", () => {
    expect(curve([1, null, 2], 10)).toMatch(/^M0\.5 .*M2\.5 /);
  });
});
