import { beforeAll, describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { draftOf, withSentence } from "../../../../core/review/draft.ts";
import type { DraftSentence } from "../../../../core/review/draft.ts";
import { evidenceOf, writeEvidence } from "../../../../core/review/edit-evidence.ts";
import type { Evidence } from "../../../../core/review/records.ts";
import { factById } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { reviewSources } from "../../../builders/review-cycle.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const memberId = "m-wang-fang" as MemberId;
const quarter = period("2026-Q3", 1);
const note: Evidence = { id: "e1", memberId, on: day("2026-08-03"), tone: "plus", text: "helped" };

let workspace: Workspace;
let sentences: readonly DraftSentence[];

beforeAll(() => {
  workspace = aSample();
  const rows = { ...workspace.rows, evidence: new Map([["e1", note]]) };
  sentences = draftOf(reviewSources(workspace), { rows, memberId, period: quarter });
});

describe("a draft", () => {
  test("rests on records that are there, each named once", () => {
    const deals = sentences.filter(({ ref }) => ref.table === "deals");
    expect(deals.length).toBeGreaterThan(0);
    expect(deals.every(({ ref }) => factById(workspace, "deals", ref.id) !== undefined)).toBe(true);
    expect(new Set(sentences.map(({ key }) => key)).size).toBe(sentences.length);
  });

  test("names deals of the member and the period alone", () => {
    const closed = sentences
      .filter(({ ref }) => ref.table === "deals")
      .map(({ ref }) => factById(workspace, "deals", ref.id)!.closedOn!);
    expect(closed.every((on) => on >= quarter.start && on < quarter.end)).toBe(true);
  });

  test("begins with the diary", () => {
    expect(sentences[0]).toMatchObject({
      key: "note|e1",
      tone: "plus",
      ref: { table: "evidence", id: "e1" },
    });
  });

  test("never changes what is written, and says nothing twice", () => {
    expect(withSentence("my words  ", "a")).toBe("my words\na");
    expect(withSentence("my words\na", "a")).toBe("my words\na");
  });
});

describe("the diary", () => {
  test("refuses a note without words and a day that has not come", () => {
    expect(writeEvidence({ ...note, text: " " }, note.on)).toMatchObject({ error: [{ field: "text" }] });
    expect(writeEvidence(note, day("2026-08-02"))).toMatchObject({ error: [{ field: "on" }] });
  });

  test("gives the notes of a period, half-open", () => {
    const table = new Map([["e1", note]]);
    expect(evidenceOf(table, { memberId, start: note.on, end: day("2026-08-04") })).toEqual([note]);
    expect(evidenceOf(table, { memberId, start: day("2026-08-01"), end: note.on })).toEqual([]);
  });
});
