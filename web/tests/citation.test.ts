import { expect, test } from "vitest";
import type { Claim, Panel, Theatre } from "../src/api/types";
import { citation } from "../src/domain/citation";

const THEATRE = {
  sides: [{ id: "A", name: "Alland", adjective: "Allish" }], version: "derived-1", gazetteer: "register 3, index g-9", software: "1.2",
} as unknown as Theatre;
const CLAIM = {
  quote: "We hold the mill.", summary: "Alland holds Upper", speaker: "The minister", side: "A", via: ["Wire"], outlet: "Herald",
  published: "2025-12-01", url: "https://herald.example/1", report: "r1",
} as unknown as Claim;
const PANEL = {
  place: { name: "Upper" }, day: "2025-12-03", as_of: "2025-12-05", probabilities: { A: 0.72, contested: 0.28 },
  verdict: { headline: "Probably held by Alland" },
} as unknown as Panel;

test("a citation carries verdict, as-of day and the versions of data and gazetteer", () => {
  expect(citation(CLAIM, PANEL, THEATRE, "https://salient.example/#place=u")).toBe(
    "“We hold the mill.”\n— The minister, via Wire; Herald, 1 December 2025, https://herald.example/1.\n" +
      "Salient on Upper, 3 December 2025, as known on 5 December 2025: Probably held by Alland (Alland 72 %, contested 28 %). " +
      "Data derived-1, gazetteer register 3, index g-9, Salient 1.2. https://salient.example/#place=u",
  );
});

test("retold words stand without quotation marks and say so", () => {
  const told = citation({ ...CLAIM, quote: null }, PANEL, THEATRE, "");
  expect(told.startsWith("Alland holds Upper (retold by Salient, not the outlet's words)\n")).toBe(true);
  expect(told).not.toContain("“");
});
