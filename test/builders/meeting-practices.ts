import { day } from "../../core/base/day.ts";
import type { PracticeId } from "../../core/base/id.ts";
import type { Announcement, Practice } from "../../core/meeting/records.ts";
export { aCustomer, aDeal, anOrder, kpiWorld } from "./kpi-context.ts";

/** The day on which the tests of practices take place. */
export const PRACTICE_DAY = day("2026-09-01");

export function aPractice(id: string, fields: Partial<Practice> = {}): Practice {
  return {
    id: id as PracticeId,
    title: id,
    situation: "",
    action: "do",
    result: "",
    tags: [],
    stage: "",
    industry: "",
    on: day("2026-08-01"),
    uses: [],
    archived: false,
    ...fields,
  };
}

/** A library of some practices. */
export function practicesOf(...list: readonly Practice[]): ReadonlyMap<string, Practice> {
  return new Map(list.map((practice) => [practice.id, practice]));
}

/** An announcement of today that is not pinned and has no end. */
export function anAnnouncement(id: string, fields: Partial<Announcement> = {}): Announcement {
  return { id, on: PRACTICE_DAY, title: id, text: "", isPinned: false, ...fields };
}
