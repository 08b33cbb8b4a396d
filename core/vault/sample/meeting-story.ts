import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { ActionId, DealId, MemberId, SeriesId } from "../../base/id.ts";
import { workingCalendar } from "../../base/working-calendar.ts";
import { proposeAgenda } from "../../meeting/agenda/propose-agenda.ts";
import type { Action, AgendaItem, Decision, Meeting, MeetingSeries } from "../../meeting/records.ts";
import { attendanceOf, meetingById, seriesMeetingId } from "../../meeting/schedule/meeting-list.ts";
import { seriesDays } from "../../meeting/schedule/series-days.ts";
import type { MeetingDay } from "../../meeting/schedule/series-days.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { inOrder } from "../../team/team-rows.ts";
import { agendaSources } from "../agenda-sources.ts";
import type { Workspace } from "../workspace.ts";

const SERIES_ID = "sample-weekly" as SeriesId;
/** The chair, and who promises what. */
const [LEADER, CARER, ANALYST] = ["m-wang-fang", "m-zhou-tao", "m-li-min"] as MemberId[];

/** The weekly meeting of the sample team, held twice: in the second a deal that stood still was spoken about, and somebody
 * promised to see its buyer, which is overdue by now; a decision waits to be looked at again.
 * @example meetingStory(aSample(), "2026-11-23").map((change) => change.table) // => ["meetingSeries", "meetings", "actions", "decisions"]
 */
export function meetingStory(workspace: Workspace, today: Day): readonly Change[] {
  const series = weeklySeries(workspace, today);
  const range = { start: addDays(today, -28), end: today };
  const [first, second] = seriesDays(series, workingCalendar([]), range).slice(-2);
  if (!first || !second) return [];
  const stalled = stalledItem(workspace, series, today);
  return [
    putRecords("meetingSeries", [series]),
    putRecords("meetings", [
      heldMeeting(workspace, {
        series,
        day: first,
        items: FIRST_ITEMS,
        progress: PROGRESS[0]!,
        problems: "",
      }),
      heldMeeting(workspace, {
        series,
        day: second,
        items: [...(stalled ? [stalled] : []), ...SECOND_ITEMS],
        progress: PROGRESS[1]!,
        problems: "两家大客户反映交货期偏长",
      }),
    ]),
    putRecords("actions", actionsOfStory({ first, second, stalled, today })),
    putRecords("decisions", decisionsOfStory(first, today)),
  ];
}

function weeklySeries(workspace: Workspace, today: Day): MeetingSeries {
  return {
    id: SERIES_ID,
    name: "周例会",
    kind: "weekly",
    rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
    from: addDays(today, -84),
    startsAt: "09:30",
    minutes: 60,
    place: "三楼会议室",
    memberIds: inOrder(workspace.rows.members).map(({ id }) => id),
    onHoliday: "next",
    archived: false,
  };
}

const done = (key: string, title: string, notes: string): AgendaItem => ({
  key: `sample:${key}`,
  kind: "own",
  title,
  reasons: [],
  minutes: 15,
  seconds: 780,
  state: "done",
  notes,
});

const FIRST_ITEMS: readonly AgendaItem[] = [
  done("quarter", "季度冲刺：过一遍在谈商机", "前十大商机逐个过完，三个需要经理陪访"),
  done("visits", "老客户回访安排", "按客户级别排期，A 级客户本月内都要见到"),
];

const SECOND_ITEMS: readonly AgendaItem[] = [
  done("discount", "折扣怎么控制", "先按上周的决议执行，满两周再看"),
  { ...done("outing", "年底团建方案", ""), state: "parked", seconds: 60 },
];

const PROGRESS = ["新客户开发按计划推进", "上周的客户分级名单已整理完，回访开始执行"];

interface HeldParts {
  readonly series: MeetingSeries;
  readonly day: MeetingDay;
  readonly items: readonly AgendaItem[];
  readonly progress: string;
  readonly problems: string;
}

function heldMeeting(workspace: Workspace, { series, day, items, progress, problems }: HeldParts): Meeting {
  return {
    id: seriesMeetingId(series.id, day.ruleDay),
    seriesId: series.id,
    kind: "weekly",
    name: series.name,
    on: day.on,
    startsAt: series.startsAt,
    minutes: series.minutes,
    place: series.place,
    state: "held",
    attendance: attendanceOf(workspace.rows, series.memberIds, day.on).map((one, at) => ({
      ...one,
      state: one.state === "excused" ? "excused" : at === 4 ? "late" : "present",
    })),
    items: [...items],
    hiddenKeys: [],
    orderKeys: [],
    progress,
    problems,
    ranSeconds: 52 * 60,
  };
}

/** The largest deal that stands still, as the agenda would propose it. */
function stalledItem(workspace: Workspace, series: MeetingSeries, today: Day): AgendaItem | null {
  const rows = { ...workspace.rows, meetingSeries: new Map([[series.id as string, series]]) };
  const [next] = seriesDays(series, workingCalendar([]), { start: today, end: addDays(today, 28) });
  const meeting = next && meetingById(rows, workingCalendar([]), seriesMeetingId(series.id, next.ruleDay));
  if (!meeting) return null;
  const sources = agendaSources(workspace, meeting, today);
  const item = proposeAgenda({ ...sources, imports: [] }).find(({ kind }) => kind === "stalled");
  if (!item) return null;
  const notes = "客户换了采购负责人，报价压在他那里\n付款方式没有谈拢";
  return { ...item, state: "done", minutes: 15, seconds: 960, notes };
}

interface ActionParts {
  readonly first: MeetingDay;
  readonly second: MeetingDay;
  readonly stalled: AgendaItem | null;
  readonly today: Day;
}

function actionsOfStory({ first, second, stalled, today }: ActionParts): readonly Action[] {
  // Promised for the Friday; before that day has passed the story has it promised for yesterday.
  const [friday, yesterday] = [addDays(second.on, 4), addDays(today, -1)];
  const [earlier, later] = [first, second].map(({ ruleDay }) => seriesMeetingId(SERIES_ID, ruleDay));
  const dealId = stalled?.ref?.slice("deals/".length) as DealId | undefined;
  const blank = { note: "", state: "open" } as const;
  return [
    {
      ...blank,
      id: "sample-action-1" as ActionId,
      text: "整理客户分级名单，标出本月必访的客户",
      ownerId: CARER!,
      dueOn: addDays(first.on, 4),
      state: "done",
      createdOn: first.on,
      closedOn: addDays(first.on, 3),
      meetingId: earlier!,
      order: 1,
    },
    {
      ...blank,
      id: "sample-action-2" as ActionId,
      text: "约新采购负责人见面，重谈付款方式",
      ownerId: LEADER!,
      dueOn: friday < yesterday ? friday : yesterday,
      createdOn: second.on,
      meetingId: later!,
      kpiId: seedKpiId("sales"),
      ...(dealId === undefined ? {} : { dealId }),
      order: 2,
    },
    {
      ...blank,
      id: "sample-action-3" as ActionId,
      text: "统计近三个月交货期，找出最慢的三类产品",
      ownerId: ANALYST!,
      dueOn: addDays(second.on, 18),
      createdOn: second.on,
      meetingId: later!,
      order: 3,
    },
  ];
}

function decisionsOfStory(first: MeetingDay, today: Day): readonly Decision[] {
  return [
    {
      id: "sample-decision-1",
      text: "报价折扣超过 5% 要经理同意，试行两周",
      on: first.on,
      meetingId: seriesMeetingId(SERIES_ID, first.ruleDay),
      reviewOn: today,
      outcome: "",
    },
  ];
}
