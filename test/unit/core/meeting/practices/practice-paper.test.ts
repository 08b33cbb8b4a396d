import { expect, test } from "vitest";
import type { Day } from "../../../../../core/base/day.ts";
import type { DealId } from "../../../../../core/base/id.ts";
import { practicePaper } from "../../../../../core/meeting/practices/practice-paper.ts";
import { en } from "../../../../../core/words/en.ts";
import { createWords } from "../../../../../core/words/words.ts";
import { documentDocx } from "../../../../../formats/docx/document-docx.ts";
import { aPractice } from "../../../../builders/meeting-practices.ts";

const words = createWords("en", en, "CNY");
const uses = [
  { on: "2026-08-30" as Day, dealId: "d1" as DealId, note: "a second visit" },
  { on: "2026-08-31" as Day, note: "" },
];
const practice = aPractice("p1", {
  title: "Split the offer",
  action: "1. Wait\n2. Split",
  tags: ["offer"],
  uses,
});
const paper = practicePaper(practice, { team: "East", author: "Wang Fang", dealName: () => "Boiler" });

test("the document of a practice names day, author and tags, and says nothing that is empty", () => {
  expect([words.say(paper.title), words.say(paper.subtitle), words.say(paper.runningHead)]).toEqual([
    "Split the offer",
    "Aug 1, 2026 · Wang Fang, offer",
    "East · Practice",
  ]);
  expect(paper.sections.map(({ id }) => id)).toEqual(["action", "uses"]);
  expect(paper.sections[0]!.blocks).toEqual([{ kind: "commentary", text: "1. Wait\n2. Split" }]);
});

test("it lists each use with its day and deal", () => {
  const block = paper.sections[1]!.blocks[0]!;
  const lines = block.kind === "list" ? block.items.map((item) => words.say(item.message)) : [];
  expect(lines).toEqual(["Aug 30, 2026: Boiler", "Aug 31, 2026: Without a deal"]);
});

test("it is written for Word, and can be sent to the worker", async () => {
  const file = await documentDocx(structuredClone(paper), words);
  expect(file.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});
