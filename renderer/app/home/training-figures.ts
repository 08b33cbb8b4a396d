import { addDays } from "../../../core/base/day.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { HomeSource } from "./home-source.ts";

/** How far home looks ahead. */
const DAYS_AHEAD = 30;

/** The sessions of the next thirty days, the next of them, and how many are past without a word of who came. */
export function trainingFigures({ workspace, book }: HomeSource) {
  const { trainingSessions, courses } = workspace.rows;
  const { today } = book;
  const planned = [...trainingSessions.values()]
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const due = planned.filter(({ on }) => on >= today && on < addDays(today, DAYS_AHEAD));
  const [next] = due;
  const course = next && courses.get(next.courseId);
  const value = { unit: "count", value: due.length } as const;
  const explain = (): Explanation => ({
    title: message("training.home.title"),
    value,
    formula: message("training.home.formula"),
    ruleVersion: 1,
    inputs: [],
    rows: due.map((session) => ({
      ref: { table: "trainingSessions", id: session.id },
      label: courses.get(session.courseId)?.name.zh ?? session.id,
      day: session.on,
      amount: { unit: "count", value: 1 },
    })),
    notes: [],
  });
  return {
    value,
    explain,
    isUsed: trainingSessions.size > 0,
    next: next && course ? { id: next.id, on: next.on, course: nameMessage(course.name) } : null,
    forgotten: planned.filter(({ on }) => on < today).length,
  };
}
