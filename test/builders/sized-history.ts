import { addDays } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import type { BatchId } from "../../core/base/id.ts";
import type { Activity, Deal, StageEvent } from "../../core/customer/records.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";

const SEED = 101;
const DAYS = 730;
const BATCH = "sized-batch" as BatchId;
const KINDS = ["拜访", "电话", "微信"] as const;
const TEXTS = [
  "沟通了需求和预算，客户希望下周看到方案。",
  "介绍了新版本的功能，客户对报表部分感兴趣。",
  "确认合同条款，等待法务意见。",
  "回访使用情况，暂无新的问题。",
] as const;

/** Activities over two years, each on a deal. */
export function sizedActivities(deals: readonly Deal[], count: number, today: Day): readonly Activity[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, at): Activity => {
    const deal = pick(random, deals);
    return {
      id: `generic:activities:A${at}`,
      kind: pick(random, KINDS),
      on: addDays(today, -between(random, 1, DAYS)),
      customerId: deal.customerId,
      customerName: deal.customerName,
      dealId: deal.id,
      text: pick(random, TEXTS),
      source: "generic",
      sourceId: `A${at}`,
      batchId: BATCH,
      line: at + 2,
      ownerName: deal.ownerName,
    };
  });
}

/** Each deal's move into the stage it is in. */
export function sizedStageEvents(deals: readonly Deal[], today: Day): readonly StageEvent[] {
  return deals.map((deal, at) => ({
    id: `generic:stageEvents:E${at}`,
    dealId: deal.id,
    stage: deal.stage ?? "",
    on: deal.closedOn ?? addDays(today, -(at % 90) - 1),
    amount: deal.amount,
    source: "generic",
    batchId: BATCH,
  }));
}
