import { beforeAll, describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { KpiId, MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { deedSentences } from "../../../../core/review/draft-deeds.ts";
import type { DeedRows } from "../../../../core/review/draft-deeds.ts";
import { draftOf, withSentence } from "../../../../core/review/draft.ts";
import type { DraftSentence } from "../../../../core/review/draft.ts";
import { evidenceOf, writeEvidence } from "../../../../core/review/edit-evidence.ts";
import type { Evidence } from "../../../../core/review/records.ts";
import { kpiContext } from "../../../../core/vault/kpi-context.ts";
import { factById } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { aCase, aMember, kpiWorld } from "../../../builders/kpi-context.ts";
import { anAction } from "../../../builders/meeting.ts";
import { aCourse, anEnrolment, aSession } from "../../../builders/training.ts";
import { reviewSources } from "../../../builders/review-cycle.ts";
import { aPlan } from "../../../builders/review-plan.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const memberId = "m-wang-fang" as MemberId;
const quarter = period("2026-Q3", 1);
const note: Evidence = { id: "e1", memberId, on: day("2026-08-03"), tone: "plus", text: "helped" };

const NOTHING: DeedRows = {
  actions: new Map(),
  courses: new Map(),
  trainingSessions: new Map(),
  enrolments: new Map(),
  improvementPlans: new Map(),
};
const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id as string, record]));

let workspace: Workspace;
let sentences: readonly DraftSentence[];

beforeAll(() => {
  workspace = aSample();
  const rows = { ...workspace.rows, evidence: new Map([["e1", note]]) };
  sentences = draftOf(reviewSources(workspace), { rows, memberId, period: quarter });
});

test("a draft names what was found at checkpoints in the period, met for and missed against", () => {
  const found = (id: string, result: "met" | "missed", checkedOn: string) =>
    ({ id, on: day("2026-08-01"), expected: id, result, checkedOn: day(checkedOn), note: "" }) as const;
  const checkpoints = [
    found("a", "met", "2026-08-01"),
    found("b", "missed", "2026-09-30"),
    found("c", "met", "2026-10-01"),
  ];
  const improvementPlans = byId([aPlan({ memberId, checkpoints })]);
  const context = kpiWorld({ members: [aMember(memberId)] });
  const said = deedSentences(context, { rows: { ...NOTHING, improvementPlans }, memberId, period: quarter });
  expect(said.map(({ tone, text }) => [tone, text.params!["expected"]])).toEqual([
    ["plus", "a"],
    ["minus", "b"],
  ]);
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

describe("a draft of what was done beside deals", () => {
  const of = { memberId, period: quarter };
  const text = (rows: Partial<DeedRows>, book = workspace) =>
    deedSentences(reviewSources(book).context, { ...of, rows: { ...NOTHING, ...rows } }).map(
      ({ tone, text: said }) => `${tone} ${said.key}`,
    );

  test("names actions of the member that were done, or are past their day, and none of others", () => {
    const mine = { ownerId: memberId };
    const actions = [
      anAction("a", { ...mine, state: "done", closedOn: day("2026-08-03") }),
      anAction("b", { ...mine, dueOn: day("2026-09-30") }),
      anAction("c", { ...mine, state: "done", closedOn: day("2026-10-01") }),
      anAction("d", { dueOn: day("2026-09-01") }),
    ];
    const said = text({ actions: byId(actions) }).filter((one) => one.includes("action"));
    expect(said).toEqual(["plus review.draft.action-done", "minus review.draft.action-missed"]);
  });

  test("names trainings passed and missed", () => {
    const said = text({
      courses: byId([aCourse("c1")]),
      trainingSessions: byId([aSession("k1", "c1"), aSession("k2", "c1"), aSession("k3", "c1")]),
      enrolments: byId([
        anEnrolment("k1", memberId, { attendance: "attended" }),
        anEnrolment("k2", memberId, { attendance: "missed" }),
        anEnrolment("k3", memberId, { attendance: "excused" }),
      ]),
    }).filter((one) => one.includes("training"));
    expect(said).toEqual(["plus review.draft.training-passed", "minus review.draft.training-missed"]);
  });

  test("names complaints of the member, and remedies seen through", () => {
    const context = kpiWorld({
      members: [aMember(memberId)],
      cases: [
        aCase("k1", "2026-08-03", { kind: "投诉", ownerName: memberId }),
        aCase("k2", "2026-08-03", { kind: "咨询", ownerName: memberId }),
        aCase("k3", "2026-08-03", { remedyOwnerId: memberId, remedyDoneOn: day("2026-09-01") }),
      ],
    });
    const said = deedSentences(context, { ...of, rows: NOTHING }).map(({ ref, tone }) => [ref.id, tone]);
    expect(said).toEqual([
      ["k3", "plus"],
      ["k1", "minus"],
    ]);
  });
});

test("while the period runs, no score is said to have moved of what still adds up", () => {
  const running = { ...reviewSources(workspace), context: kpiContext(workspace, day("2026-08-20")) };
  const kinds = [...workspace.rows.members.values()]
    .flatMap(({ id }) => draftOf(running, { rows: workspace.rows, memberId: id, period: quarter }))
    .flatMap(({ ref }) => (ref.table === "kpis" ? workspace.rows.kpis.get(ref.id as KpiId)!.kind : []));
  expect(new Set(kinds)).toEqual(new Set(["ratio"]));
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
