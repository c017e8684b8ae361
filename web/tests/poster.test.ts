import { expect, test } from "vitest";
import { flow } from "../src/view/poster";

const named = (...words: string[]): { words: string }[] => words.map((one) => ({ words: one }));
const places = (rows: ReturnType<typeof flow>): [string, number][][] => rows.map((row) => row.map(({ entry, x }) => [entry.words, x]));

test("entries stand side by side while there is room, then below", () => {
  const rows = flow(named("a", "b", "c", "d"), () => 100, 230);
  expect(places(rows)).toEqual([[["a", 0], ["b", 100]], [["c", 0], ["d", 100]]]);
});

test("an entry wider than the sheet has a row of its own", () => {
  expect(places(flow(named("a", "long", "b"), (words) => words.length * 60, 150))).toEqual([[["a", 0]], [["long", 0]], [["b", 0]]]);
});
