import { day } from "../../core/base/day.ts";
import type { ActionId, MeetingId, SeriesId } from "../../core/base/id.ts";
import type { AgendaSources } from "../../core/meeting/agenda/propose-agenda.ts";
import type { Action, Decision, Meeting, MeetingSeries } from "../../core/meeting/records.ts";
import type { AgendaItem } from "../../core/meeting/records.ts";
import type { MeetingRows } from "../../core/meeting/meeting-rows.ts";
import type { Member } from "../../core/team/records.ts";
import { aMember } from "./team.ts";

export { kpiWorld } from "./kpi-context.ts";

/** A Thursday. */
export const MEETING_DAY = day("2026-11-26");

export function aSeries(id: string, fields: Partial<MeetingSeries> = {}): MeetingSeries {
  return {
    id: id as SeriesId,
    name: id,
    kind: "weekly",
    rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
    from: day("2026-01-01"),
    startsAt: "09:30",
    minutes: 60,
    place: "",
    memberIds: [],
    onHoliday: "next",
    archived: false,
    ...fields,
  };
}

export function aMeeting(id: string, fields: Partial<Meeting> = {}): Meeting {
  return {
    id: id as MeetingId,
    kind: "weekly",
    name: id,
    on: MEETING_DAY,
    startsAt: "09:30",
    minutes: 60,
    place: "",
    state: "planned",
    attendance: [],
    items: [],
    hiddenKeys: [],
    orderKeys: [],
    progress: "",
    problems: "",
    ...fields,
  };
}

export function anItem(key: string, fields: Partial<AgendaItem> = {}): AgendaItem {
  return { key, kind: "own", title: key, reasons: [], state: "open", notes: "", ...fields };
}

export function anAction(id: string, fields: Partial<Action> = {}): Action {
  return {
    id: id as ActionId,
    text: id,
    state: "open",
    createdOn: day("2026-11-02"),
    note: "",
    order: 1,
    ...fields,
  };
}

export function aDecision(id: string, fields: Partial<Decision> = {}): Decision {
  return { id, text: id, on: day("2026-11-02"), outcome: "", ...fields };
}

interface MeetingScene {
  readonly members?: readonly Member[];
  readonly series?: readonly MeetingSeries[];
  readonly meetings?: readonly Meeting[];
  readonly actions?: readonly Action[];
  readonly decisions?: readonly Decision[];
}

const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id as string, record]));

/** 王芳 and 赵磊 with what they meet about. */
export function meetingRows(scene: MeetingScene = {}): MeetingRows {
  return {
    members: byId(scene.members ?? [aMember("王芳"), aMember("赵磊", { order: 2 })]),
    absences: new Map(),
    meetingSeries: byId(scene.series ?? []),
    meetings: byId(scene.meetings ?? []),
    actions: byId(scene.actions ?? []),
    decisions: byId(scene.decisions ?? []),
    oneToOneNotes: new Map(),
  };
}

/** What an agenda is written from; what is not said is empty. */
export function agendaSources(parts: Partial<AgendaSources> = {}): AgendaSources {
  return {
    today: MEETING_DAY,
    before: null,
    nameOf: (memberId) => memberId,
    actions: [],
    decisions: [],
    paces: [],
    imports: [],
    stalled: [],
    findings: [],
    trainings: [],
    overdueCourses: [],
    cycles: [],
    checkpoints: [],
    reviews: [],
    ...parts,
  };
}
