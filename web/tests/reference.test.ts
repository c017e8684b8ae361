import { expect, test } from "vitest";
import type { Reference } from "../src/api/types";
import { agreementWords, outlineOf } from "../src/domain/reference";
import { NOTHING, fromHash, toHash } from "../src/state/selection";

const RING: [number, number][] = [[37, 48], [38, 48], [38, 49], [37, 48]];
const REFERENCE: Reference = {
  name: "theirs.geojson",
  drawn: null,
  day: "2025-12-03",
  side: "A",
  outline: [[RING]],
  agreement: {
    settlements: 40, same: 36, differ: [{ id: "p1", name: "Upper" }], overlap: 0.842,
    only_ours_km2: 2342.4, only_theirs_km2: 0.2, line_mean_km: 6.69, line_p95_km: 19.14,
  },
};

test("agreement is told in sentences with units", () => {
  expect(agreementWords(REFERENCE, "Alland")).toEqual([
    "They agree on 90 % of 40 settlements within 15 km of either line.",
    "Of the ground near the lines that either gives to Alland, both give it 84 %.",
    "2,342 km² are Alland's only here, 0 km² only there.",
    "The lines run 6.7 km apart on average, 95 % of them within 19 km.",
  ]);
});

test("figures that do not exist are left out", () => {
  const agreement = { ...REFERENCE.agreement, settlements: 0, same: 0, overlap: null, line_mean_km: null, line_p95_km: null };
  expect(agreementWords({ ...REFERENCE, agreement }, "Alland")).toEqual(["2,342 km² are Alland's only here, 0 km² only there."]);
});

test("the outline is what is drawn, and nothing when nothing is laid over", () => {
  expect(outlineOf(REFERENCE).features[0]!.geometry.coordinates).toEqual([[RING]]);
  expect(outlineOf(null).features).toEqual([]);
});

test("a map that the server has can be shared in an address", () => {
  expect(toHash({ ...NOTHING, reference: "Mapper & Co" })).toBe("#over=Mapper%20%26%20Co");
  expect(fromHash("#over=Mapper%20%26%20Co").reference).toBe("Mapper & Co");
});
