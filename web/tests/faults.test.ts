import { describe, expect, it } from "vitest";
import { FAULTS, STATUSES, asked } from "../src/domain/faults";

describe("saying what is wrong", () => {
  it("sends the fields of the fault that were filled in, and no others", () => {
    const filled = { place: " Myrnohrad ", kind: "clash", status: "" };
    expect(asked("claim-1", "place", " misread ", filled)).toEqual({
      subject: "claim-1", fault: "place", reason: "misread", given: { place: "Myrnohrad" },
    });
    expect(asked("claim-1", "content", "misread", filled).given).toEqual({ kind: "clash" });
    expect(asked("claim-1", "no-claim", "misread", filled).given).toEqual({});
  });
  it("says of every fault what becomes of the claim", () => {
    expect(FAULTS.every((one) => one.otherwise)).toBe(true);
    expect(new Set(FAULTS.map((one) => one.fault)).size).toBe(5);
  });
  it("knows the states of control as the codebook does", () => {
    expect(STATUSES.control).toEqual(["holds", "took", "lost", "contested"]);
    expect(STATUSES.clash).toEqual([]);
  });
});
