import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { PracticeId } from "../../base/id.ts";
import { markedDeals } from "../../customer/deal-marks.ts";
import { creditsOf, ownerIndex } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { customerOf } from "../../meeting/practices/deal-traits.ts";
import { dealStory } from "../../meeting/practices/deal-story.ts";
import type { DealStory } from "../../meeting/practices/deal-story.ts";
import { practiceCandidates } from "../../meeting/practices/practice-candidates.ts";
import { dealsForPractice } from "../../meeting/practices/propose-practices.ts";
import type { Proposal } from "../../meeting/practices/propose-practices.ts";
import type { Announcement, Practice } from "../../meeting/records.ts";
import { kpiContext } from "../kpi-context.ts";
import { rowsOf } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";

/** How many deals are looked at. */
const STORIES = 12;

/** Two practices and three announcements. One practice was made of a deal that stalled and was won, and has helped a deal
 * that stalls now; the other came out of the team's own work.
 * @example practiceStory(emptyWorkspace({ id: "workspace", name: "", currency: "CNY", fiscalStart: 1, salesBasis: "won", newCustomerBy: "deal", dutyLimit: 8 }), "2026-11-23").length // => 2
 */
export function practiceStory(workspace: Workspace, today: Day): readonly Change[] {
  const practices = [...practiceOfStalled(workspace, today), practiceOfTeam(kpiContext(workspace, today))];
  return [putRecords("practices", practices), putRecords("announcements", announcements(today))];
}

/** Of the deals that stalled and were won the one whose practice helps most: one deal has used it, others could. */
function practiceOfStalled(workspace: Workspace, today: Day): readonly Practice[] {
  const context = kpiContext(workspace, today);
  const index = ownerIndex(rowsOf(workspace, "members"));
  const found = practiceCandidates(context, new Map())
    .map(({ deal }) => dealStory(context, deal))
    .filter(({ stalled, activities }) => stalled !== null && activities.length > 0)
    .slice(0, STORIES)
    .map((story) => writtenUp(context, story, index))
    .map((practice) => ({ practice, could: dealsForPractice(context, practice) }))
    .reduce<Told | null>((most, one) => (most && most.could.length >= one.could.length ? most : one), null);
  if (!found) return [];
  const [helped] = found.could;
  const note = "请设备主管参加演示后，客户约了下次会面";
  const uses = helped ? [{ on: addDays(today, -6), dealId: helped.deal.id, note }] : [];
  return [{ ...found.practice, uses }];
}

interface Told {
  readonly practice: Practice;
  readonly could: readonly Proposal[];
}

function writtenUp(context: KpiContext, { deal, stalled }: DealStory, index: OwnerIndex): Practice {
  const memberId = creditsOf(deal, index).shares[0]?.memberId;
  return {
    id: "sample-practice-stalled" as PracticeId,
    title: `在“${stalled!.stage}”停滞时，请客户的使用部门一起过方案`,
    situation: `${deal.customerName ?? ""}的商机在“${stalled!.stage}”停了 ${stalled!.days} 天：采购说“再等等”，使用部门一直没有参加。`,
    action:
      "1. 问清谁在用、谁在等，请使用部门出一个人。\n2. 一小时现场过方案，只谈他们每天要做的三件事。\n3. 当天发一页纪要，写明谁、哪天、定什么。\n4. 两天内带着改好的方案再去一次。",
    result: "纪要发出后两周内恢复推进，最后赢单。同组按这个做法又推动了一个停滞的商机。",
    tags: ["停滞", "使用部门", "方案"],
    stage: stalled!.stage,
    industry: customerOf(context, deal)?.industry ?? "",
    ...(deal.product === undefined ? {} : { product: deal.product }),
    dealId: deal.id,
    ...(memberId === undefined ? {} : { memberId }),
    on: addDays(context.today, -24),
    uses: [],
    archived: false,
  };
}

/** For the product of the largest deal that stalls in the stage of offers. */
function practiceOfTeam(context: KpiContext): Practice {
  const { today } = context;
  const stage = "方案/报价";
  const [largest] = [...markedDeals(context, "stalled", today)]
    .filter((deal) => deal.stage === stage)
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  return {
    id: "sample-practice-price" as PracticeId,
    title: "客户压价时先拆开报价单，再谈价格",
    situation: "客户拿着竞争对手的低价来比，只看总价。",
    action:
      "1. 不当场让价，约第二天带拆开的报价单。\n2. 把安装、培训、两年服务分列，标出对手没有的项目。\n3. 给三档：最低能用、推荐、完整，让客户选档，不谈折扣。",
    result: "多数客户选中间一档，平均让价从一成降到三个点。",
    tags: ["报价", "压价"],
    stage,
    industry: "",
    ...(largest?.product === undefined ? {} : { product: largest.product }),
    on: addDays(today, -61),
    uses: [],
    archived: false,
  };
}

function announcements(today: Day): readonly Announcement[] {
  return [
    {
      id: "sample-announcement-log",
      on: addDays(today, -40),
      title: "跟进记录当天写完",
      text: "拜访、电话、微信当天记进 CRM，写清三件事：谈了什么、客户怎么说、下一步是哪天。周一例会只看记录里有的。",
      isPinned: true,
    },
    {
      id: "sample-announcement-fair",
      on: addDays(today, -2),
      title: "下周展会排班",
      text: "每人半天，排班表在共享盘。请在出发前看一遍案例库里的两个案例。",
      until: addDays(today, 6),
      isPinned: false,
    },
    {
      id: "sample-announcement-price",
      on: addDays(today, -75),
      title: "新价目表生效",
      text: "旧报价单保留到月底，之后一律按新价目表。",
      until: addDays(today, -44),
      isPinned: false,
    },
  ];
}
