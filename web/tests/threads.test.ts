import { describe, expect, it } from "vitest";
import type { Claim } from "../src/api/types";
import { read } from "../src/domain/threads";

function claim(id: string, side: string, published: string, answered: string[] = [], stance = "asserts"): Claim {
  return { id, side, published, answered_by: answered, against: [], stance, kind: "control" } as unknown as Claim;
}

describe("reading the claims of a place", () => {
  const took = claim("took", "A", "2025-12-01", ["denied", "doubted"]);
  const denied = claim("denied", "B", "2025-12-02", [], "denies");
  const doubted = claim("doubted", "independent", "2025-12-03", [], "doubts");
  const old = claim("old", "A", "2025-11-01");

  it("puts the denial with what it denies, the direct answer first", () => {
    const { threads } = read([old, took, denied, doubted], ["A", "B"]);
    expect(threads.map((thread) => thread.claim.id)).toEqual(["took"]);
    expect(threads[0]!.answers.map((answer) => answer.id)).toEqual(["denied", "doubted"]);
  });
  it("shows every claim once", () => {
    const { threads, rest } = read([old, took, denied, doubted], ["A", "B"]);
    const shown = [
      ...threads.flatMap((thread) => [thread.claim, ...thread.answers]),
      ...[...rest.values()].flat(),
    ].map((one) => one.id);
    expect(shown.sort()).toEqual(["denied", "doubted", "old", "took"]);
  });
});
