import { expect, test } from "vitest";
import type { Places } from "../src/api/types";
import { ranks } from "../src/domain/rank";

const places = (rows: readonly (readonly [number | null, number])[]): Places => ({
  id: rows.map((_, i) => `p${i}`), name: rows.map((_, i) => `Place ${i}`), lon: rows.map(([lon]) => lon),
  lat: rows.map(([lon]) => (lon === null ? null : 48)), population: rows.map(([, people]) => people), region: rows.map(() => -1), regions: [],
});

test("districts of a city come after villages, its neighbours keep their rank", () => {
  // One degree of longitude is 74 km here: a district 4 km off, a city of its own 10 km off, a town 20 km off.
  expect(ranks(places([[37, 900_000], [37.05, 100_000], [37.13, 340_000], [37.27, 60_000]]))).toEqual([900_000, 1_000, 340_000, 60_000]);
});

test("a village beside a small town and a place without a point keep theirs", () => {
  expect(ranks(places([[37, 20_000], [37.01, 3_000], [null, 5_000], [37.01, 400]]))).toEqual([20_000, 3_000, 5_000, 400]);
});
