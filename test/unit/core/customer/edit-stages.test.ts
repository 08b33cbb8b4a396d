import { describe, expect, test } from "vitest";
import { nextStamp } from "../../../../core/base/stamp.ts";
import { editStage, moveStage } from "../../../../core/customer/edit-stages.ts";
import type { StageEdit, StageOutcome } from "../../../../core/customer/edit-stages.ts";
import { filterColumns, pipelineColumns, stageIn } from "../../../../core/customer/pipeline.ts";
import { stageLines } from "../../../../core/customer/stage-lines.ts";
import { pipelineStages } from "../../../../core/customer/stages.ts";
import { applyChanges, invertChanges } from "../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../builders/import.ts";

const ZOHO = ["Record Id", "Deal Owner", "Deal Name", "Amount", "Stage", "Closing Date"];
const ROWS = [
  ["zcrm_1", "A", "One", "100", "Verbal", "2026-12-01"],
  ["zcrm_2", "A", "Two", "50", "Verbal", "2026-12-01"],
  ["zcrm_3", "A", "Three", "7", "Needs Analysis", "2026-12-01"],
];
const FX = ["唯一性ID（必填）", "商机名称", "商机金额(元)", "商机阶段", "阶段状态", "负责人"];

function zoho(header = ZOHO, rows: readonly (readonly string[])[] = ROWS): Workspace {
  return importInto(emptyBook(), tableOf(header, ...rows), { fileName: "Deals_2026.csv" });
}

function edit(book: Workspace, of: Partial<StageEdit>): StageOutcome {
  const whole: StageEdit = {
    source: "zoho",
    stage: "Verbal",
    category: "open",
    probability: "",
    normDays: "",
    column: "",
    language: "en",
    ...of,
  };
  const outcome = editStage(book, whole);
  if (!outcome.ok) throw new Error(outcome.error[0]!.message.key);
  return outcome.value;
}

function after(book: Workspace, { changes }: Pick<StageOutcome, "changes">): Workspace {
  const checked = checkChanges(book, changes);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, checked.value, nextStamp(null, 5, "test"));
}

function meanings(book: Workspace) {
  return factsOf(book, "deals").map(({ name, category, probability }) => [name, category, probability]);
}

describe("the map of stages", () => {
  test("lists each source's stages with the deals that stand in them", () => {
    const [only, ...others] = stageLines(zoho(), "en").filter(({ source }) => source === "zoho");
    expect(others).toEqual([]);
    expect(only!.lines.map(({ stage, deals, amount }) => [stage.stage, deals.length, amount])).toEqual([
      ["Needs Analysis", 1, 700],
      ["Verbal", 2, 15_000],
    ]);
  });

  test("gives its deals another category and chance, tells how many and how much, and leaves other stages alone", () => {
    const outcome = edit(zoho(), { category: "won" });
    expect(outcome).toMatchObject({ moved: 2, movedAmount: 15_000, weighed: 2, kept: 0 });
    expect(meanings(after(zoho(), outcome))).toEqual([
      ["One", "won", 1_000_000],
      ["Two", "won", 1_000_000],
      ["Three", "open", 200_000],
    ]);
  });

  test("changes what open deals weigh", () => {
    const before = after(zoho(), edit(zoho(), { probability: "50" }));
    expect(edit(before, { probability: "80" })).toMatchObject({
      moved: 0,
      weighed: 2,
      weightBefore: 7_500,
      weightAfter: 12_000,
    });
  });

  test("leaves the chance that the file gave", () => {
    const header = [...ZOHO, "Probability (%)"];
    const book = zoho(header, [
      [...ROWS[0]!, "30"],
      [...ROWS[1]!, ""],
    ]);
    const outcome = edit(book, { probability: "80" });
    expect(outcome).toMatchObject({ weighed: 1, kept: 1 });
    expect(meanings(after(book, outcome))).toEqual([
      ["One", "open", 300_000],
      ["Two", "open", 800_000],
    ]);
  });

  test("leaves the category that the file's own column of states gave", () => {
    const row = ["a1", "锅炉", "100", "谈判审核", "进行中", "王芳"];
    const book = importInto(emptyBook(), tableOf(FX, row), { fileName: "商机.xlsx" });
    const outcome = edit(book, { source: "fxiaoke", stage: "谈判审核", category: "lost" });
    expect(outcome).toMatchObject({ moved: 0, kept: 1 });
  });

  test("after a change, the same file changes nothing more", () => {
    const book = after(zoho(), edit(zoho(), { category: "lost" }));
    const again = plan(book, tableOf(ZOHO, ...ROWS), { fileName: "Deals_2026.csv", batchId: "b2" });
    expect(again.batch.rows).toMatchObject({ updated: 0, unchanged: 3 });
  });

  test("is taken back in one step", () => {
    const book = zoho();
    const outcome = edit(book, { category: "won", normDays: "20" });
    const back = invertChanges(book, outcome.changes);
    const undone = applyChanges(after(book, outcome), back, nextStamp(null, 6, "test"));
    expect(meanings(undone)).toEqual(meanings(book));
    expect([...undone.rows.stages.values()]).toEqual([...book.rows.stages.values()]);
  });

  test("moves a stage before the one above it, and the first stays the first", () => {
    const up = { source: "zoho", stage: "Verbal", by: -1, language: "en" } as const;
    const book = after(zoho(), { changes: moveStage(zoho(), up) });
    expect(stageLines(book, "en")[0]!.lines.map(({ stage }) => stage.stage)).toEqual([
      "Verbal",
      "Needs Analysis",
    ]);
    expect(moveStage(book, up)).toEqual([]);
  });
});

describe("columns of the board", () => {
  const both = () => {
    const row = ["a1", "锅炉", "100", "谈判审核", "进行中", "王芳"];
    const two = importInto(zoho(), tableOf(FX, row), { fileName: "商机.xlsx", batchId: "b2" });
    const one = after(two, edit(two, { column: "Negotiation" }));
    return after(one, edit(one, { source: "fxiaoke", stage: "谈判审核", column: "Negotiation" }));
  };

  test("two sources' stages that name one column share it", () => {
    const columns = pipelineColumns(factsOf(both(), "deals"), pipelineStages(both(), "en"));
    expect(columns.map(({ stage, deals }) => [stage, deals.length]).slice(0, 2)).toEqual([
      ["Needs Analysis", 1],
      ["Negotiation", 3],
    ]);
  });

  test("a deal that is moved into a shared column takes the stage of its own source", () => {
    const [, shared] = pipelineColumns([], pipelineStages(both(), "en"));
    expect(stageIn(shared!, "fxiaoke")).toBe("谈判审核");
    expect(stageIn(shared!, "zoho")).toBe("Verbal");
    expect(stageIn(shared!, "typed")).toBe("谈判审核");
  });

  test("a filter keeps the order and sums up what is left", () => {
    const columns = pipelineColumns(factsOf(zoho(), "deals"), pipelineStages(zoho(), "en"));
    const [, verbal] = filterColumns(columns, ({ name }) => name === "Two");
    expect(verbal).toMatchObject({ amount: 5_000, deals: [{ name: "Two" }] });
  });
});
