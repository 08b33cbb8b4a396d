import { putRecords } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import type { Stamp } from "../../base/stamp.ts";
import type { Batch } from "../../customer/records.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { inOrder } from "../../team/team-rows.ts";
import { applyChanges } from "../apply-changes.ts";
import { newWorkspace } from "../new-workspace.ts";
import type { Workspace } from "../workspace.ts";
import { rowsOf } from "../workspace.ts";
import { SAMPLE_BATCH_IDS, sampleBook } from "./book.ts";
import type { SampleBook } from "./book.ts";
import { samplePlan } from "./plan.ts";
import { seededRandom } from "./random.ts";
import { sampleTeam } from "./team.ts";
import { sampleValues } from "./values.ts";

const SEED = 9;

/** The sample team: nine invented people, three groups, the year before and this year until yesterday. Everything comes from
 * one seed, so the same day gives the same workspace.
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
  return applyChanges(
    empty,
    [
      ...sampleTeam(random, today, {
        groups,
        duties: inOrder(empty.rows.duties),
        expectations: rowsOf(empty, "skillExpectations"),
      }),
      putRecords("targets", [
        // What the developers' group still has to hand out is a mismatch to be seen and repaired.
        ...samplePlan({ kpiId: seedKpiId("sales"), percent: 100, leftOverYuan: 120_000 }, groupIds, today),
        ...samplePlan({ kpiId: seedKpiId("paid"), percent: 90, leftOverYuan: 0 }, groupIds, today),
      ]),
      putRecords("batches", sampleBatches(book, today)),
      putRecords("customers", book.customers),
      putRecords("deals", book.deals),
      putRecords("orders", book.orders),
      putRecords("measurements", sampleValues(random, today)),
    ],
    stamp,
  );
}

const OBJECT_NAMES = { customers: "客户", deals: "商机2.0", orders: "销售订单" } as const;

function sampleBatches(book: SampleBook, today: Day): readonly Batch[] {
  const on = addDays(today, -1);
  return (["customers", "deals", "orders"] as const).map((object): Batch => {
    const read = book[object].length;
    return {
      id: SAMPLE_BATCH_IDS[object],
      at: `${on}T01:30:00.000Z`,
      fileName: `${OBJECT_NAMES[object]}对象导出结果_${on.replaceAll("-", "")}.xlsx`,
      fileSize: 18_000 + read * 96,
      fileHash: "",
      source: "fxiaoke",
      object,
      encoding: "xlsx",
      delimiter: "",
      sheet: `${OBJECT_NAMES[object]}数据`,
      headerRow: 1,
      columns: [],
      mode: "upsert",
      rows: { read, added: read, updated: 0, unchanged: 0, skipped: 0, bad: 0 },
      bad: [],
      undone: false,
    };
  });
}
