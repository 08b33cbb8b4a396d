import { putRecords, setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { addDays, weekdayOf } from "../../base/day.ts";
import type { BatchId, MemberId } from "../../base/id.ts";
import type { Stamp } from "../../base/stamp.ts";
import { importTable } from "../../customer/import/import-table.ts";
import type { Case, ImportObject, Source } from "../../customer/records.ts";
import { isComplaint } from "../../customer/case-chain.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { inOrder } from "../../team/team-rows.ts";
import { applyChanges } from "../apply-changes.ts";
import { newWorkspace } from "../new-workspace.ts";
import { reviewSourcesOf } from "../review-sources.ts";
import type { Workspace } from "../workspace.ts";
import { factsOf, rowsOf } from "../workspace.ts";
import { sampleBook } from "./book.ts";
import type { SampleBook } from "./book.ts";
import { sampleTables } from "./export-tables.ts";
import type { SampleTable } from "./export-tables.ts";
import { sampleExtras } from "./extras.ts";
import { bookOfLastWeek } from "./last-week.ts";
import { meetingStory } from "./meeting-story.ts";
import { samplePay } from "./pay-story.ts";
import { samplePlan } from "./plan.ts";
import { practiceStory } from "./practice-story.ts";
import { seededRandom } from "./random.ts";
import { rewardStory } from "./reward-story.ts";
import { reviewStory } from "./review-story.ts";
import { secondSystem } from "./second-system.ts";
import { targetStory } from "./target-story.ts";
import { sampleTeam } from "./team.ts";
import { trainingStory } from "./training-story.ts";
import { sampleValues } from "./values.ts";

const SEED = 9;

/** The sample team: nine invented people, three groups, the year before and this year until yesterday. Its book arrives as
 * any book does: as sheets of 纷享销客 through the importer. Everything comes from one seed, so the same day gives the same
 * workspace.
 * @example sampleWorkspace("2026-11-23", "000000000-0000-d1").rows.members.size // => 9
 */
export function sampleWorkspace(today: Day, stamp: Stamp, language: "zh" | "en" = "zh"): Workspace {
  let count = 0;
  const empty = newWorkspace({
    settings: {
      id: "workspace",
      name: "华东销售部",
      currency: "CNY",
      fiscalStart: 1,
      salesBasis: "order",
      newCustomerBy: "order",
      dutyLimit: 8,
    },
    today,
    stamp,
    language,
    newId: () => `sample-${++count}`,
  });
  const random = seededRandom(SEED);
  const groups = inOrder(empty.rows.groups);
  const groupIds = groups.map((group) => group.id);
  const book = sampleBook(random, today);
  const targets = [
    // What the developers' group still has to hand out is a mismatch to be seen and repaired.
    ...samplePlan({ kpiId: seedKpiId("sales"), percent: 100, leftOverYuan: 120_000 }, groupIds, today),
    ...samplePlan({ kpiId: seedKpiId("paid"), percent: 90, leftOverYuan: 0 }, groupIds, today),
  ];
  const [sales, paid] = [seedKpiId("sales"), seedKpiId("paid")];
  const typed = applyChanges(
    empty,
    [
      ...sampleTeam(random, today, {
        groups,
        duties: inOrder(empty.rows.duties),
        expectations: rowsOf(empty, "skillExpectations"),
      }),
      putRecords("targets", targets),
      ...targetStory({ today, sales, paid, groupId: groupIds[0]!, targets }),
      putRecords("measurements", sampleValues(random, today)),
    ],
    stamp,
  );
  const imported = importSample(typed, { book, today, stamp });
  const stories = [meetingStory, practiceStory, rewardStory] as const;
  const chained = applyChanges(imported, complaintChain(imported), stamp);
  const trained = trainingStory(chained, { today, stamp });
  const lived = stories.reduce((told, story) => applyChanges(told, story(told, today), stamp), trained);
  const reviewed = applyChanges(lived, reviewStory(reviewSourcesOf(lived, today), today), stamp);
  return samplePay(reviewed, today, stamp, language);
}

/** Imports the sample's sheets as a person would: what there was a week ago, then everything, then a second system; each sees
 * what those before it brought. */
function importSample(
  workspace: Workspace,
  { book, today, stamp }: { readonly book: SampleBook; readonly today: Day; readonly stamp: Stamp },
): Workspace {
  const extras = sampleExtras(seededRandom(SEED + 1), book, today);
  // An export of this morning where it is Monday; the book ends yesterday.
  const on = weekdayOf(today) === 1 ? today : addDays(today, -1);
  const before = addDays(on, -7);
  const lastWeek = bookOfLastWeek(book, extras, before);
  const early = sampleTables(lastWeek, extras, today).filter(({ object }) => WEEKLY.has(object));
  const late = sampleTables(book, extras, today);
  const exports: readonly SampleExport[] = [
    ...early.map((sheet): SampleExport => ({ ...sheet, source: "fxiaoke", on: before })),
    ...late.map((sheet): SampleExport => ({ ...sheet, source: "fxiaoke", on })),
    { ...secondSystem(book.customers), source: "zoho", on },
  ];
  return exports.reduce((state, one, at) => importOne(state, { ...one, at, today, stamp }), workspace);
}

/** What was exported a week ago as well. */
const WEEKLY: ReadonlySet<ImportObject> = new Set(["customers", "deals", "orders"]);

interface SampleExport extends SampleTable {
  readonly source: Source;
  readonly on: Day;
}

function importOne(
  state: Workspace,
  one: SampleExport & { readonly at: number; readonly today: Day; readonly stamp: Stamp },
): Workspace {
  const { object, title, table, source, on } = one;
  const isZoho = source === "zoho";
  const name = isZoho
    ? `${title}_${on.replaceAll("-", "_")}.csv`
    : `${title}对象导出结果_${on.replaceAll("-", "")}.xlsx`;
  const plan = importTable(table, {
    book: state,
    file: {
      name,
      size: 18_000 + table.rows.length * 96,
      hash: name,
      encoding: isZoho ? "utf-8" : "xlsx",
      delimiter: isZoho ? "," : "",
      sheet: isZoho ? "" : `${title}数据`,
    },
    settings: { object, source },
    createMembers: false,
    batchId: `sample-batch-${source}-${object}-${on}` as BatchId,
    // One file after the other, from ten past eight in China.
    at: `${on}T00:${String(10 + one.at).padStart(2, "0")}:00.000Z`,
    today: one.today,
  });
  if (!plan.ok) throw new RangeError(plan.error[0]!.message.key);
  return applyChanges(state, plan.value.changes, one.stamp);
}

/** What the team did about its latest solved complaint: the chain from report to check. */
function complaintChain(workspace: Workspace): readonly Change[] {
  const solved = factsOf(workspace, "cases").filter(
    (one) => isComplaint(one.kind) && one.closedOn !== undefined,
  );
  return solved.slice(0, 2).map((one, at) =>
    setFields<Case>("cases", one.id, {
      remedyOwnerId: "m-zhou-tao" as MemberId,
      remedyDueOn: addDays(one.closedOn!, 14),
      ...(at === 0
        ? {}
        : {
            remedyDoneOn: addDays(one.closedOn!, 9),
            hasRecurred: false,
            checkedOn: addDays(one.closedOn!, 30),
          }),
      checkOn: addDays(one.closedOn!, 30),
      by: {
        ...one.by,
        ...Object.fromEntries(
          ["remedyOwnerId", "remedyDueOn", "remedyDoneOn", "checkOn", "checkedOn", "hasRecurred"].map(
            (field) => [field, "typed"],
          ),
        ),
      },
    }),
  );
}
