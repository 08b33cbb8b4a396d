import type { Explanation } from "../base/explain.ts";
import type { FactRef, MemberId, RecordRef, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { inPeriod, shiftPeriod } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { BookMetric } from "../kpi/records.ts";
import { nameMessage } from "../team/name-key.ts";
import type { Skill, SkillRating, Task } from "../team/records.ts";
import { memberScore } from "./cycle-view.ts";
import type { ReviewSources } from "./cycle-view.ts";
import { deedSentences } from "./draft-deeds.ts";
import type { DeedRows } from "./draft-deeds.ts";
import { evidenceOf } from "./edit-evidence.ts";
import type { Evidence } from "./records.ts";

/** What a draft is written from beside the scores. A workspace's `rows` are these and more. */
export interface DraftRows extends DeedRows {
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly skillRatings: ReadonlyMap<string, SkillRating>;
}

/** One sentence, before it has a language, and the record that it rests on. */
export interface DraftSentence {
  readonly key: string;
  readonly tone: "plus" | "minus";
  readonly text: Message;
  readonly ref: FactRef | RecordRef;
}

/** So many of a kind are named: the largest first. */
const MOST = { won: 3, lost: 2, tasks: 3, kpis: 2 } as const;
/** A score must move by so much to be worth a sentence. */
const LEAST_MOVE = 5;

/** A draft of what is to be said of a member in a period, from what is on record: notes of the diary, deals won and lost,
 * KPI scores that moved since the period before (while a period runs, none of what still adds up), tasks and actions done and missed, trainings, complaints, skills rated. By rules alone: the same
 * records give the same sentences, and each names the record it rests on. What is on record nowhere is not said.
 * @example draftOf(reviewSources(), { rows: { evidence: new Map(), tasks: new Map(), skills: new Map(), skillRatings: new Map(), actions: new Map(), courses: new Map(), trainingSessions: new Map(), enrolments: new Map(), improvementPlans: new Map() }, memberId: "m-wang-fang", period: period("2026-Q3", 1) }).filter((one) => one.key.startsWith("won")).length // => 3
 */
export function draftOf(
  sources: ReviewSources,
  of: { readonly rows: DraftRows; readonly memberId: MemberId; readonly period: Period },
): readonly DraftSentence[] {
  const { rows, memberId, period } = of;
  const subject: Subject = { kind: "member", id: memberId };
  const explained = (metric: BookMetric) =>
    kpiValue(sources.context, metric, { subject, period }).explain().rows;
  return [
    ...evidenceOf(rows.evidence, { memberId, ...period }).map(noteSentence),
    ...dealSentences("won", explained("won-amount")),
    ...dealSentences("lost", explained("lost-count")),
    ...kpiSentences(sources, memberId, period),
    ...taskSentences(sources, of),
    ...deedSentences(sources.context, of),
    ...skillSentences(rows, memberId, period),
  ];
}

/** Adds a sentence to what is written already; what is there is never changed, and nothing is said twice.
 * @example withSentence("A.", "B.") // => "A.\nB."
 * @example withSentence("A.\nB.", "B.") // => "A.\nB."
 */
export function withSentence(text: string, sentence: string): string {
  if (text.includes(sentence)) return text;
  return text.trim() === "" ? sentence : `${text.trimEnd()}\n${sentence}`;
}

function noteSentence(note: Evidence): DraftSentence {
  return {
    key: `note|${note.id}`,
    tone: note.tone,
    text: message("review.draft.note", { day: { day: note.on }, text: note.text }),
    ref: note.link ?? { table: "evidence", id: note.id },
  };
}

function dealSentences(kind: "won" | "lost", rows: Explanation["rows"]): readonly DraftSentence[] {
  return rows
    .toSorted((a, b) => Number(b.amount.value) - Number(a.amount.value))
    .slice(0, MOST[kind])
    .map((row) => ({
      key: `${kind}|${row.ref.id}`,
      tone: kind === "won" ? "plus" : "minus",
      text: message(`review.draft.${kind}`, { deal: row.label, amount: row.amount }),
      ref: row.ref,
    }));
}

function kpiSentences(sources: ReviewSources, memberId: MemberId, period: Period): readonly DraftSentence[] {
  const earlier = shiftPeriod(period, -1, sources.context.settings.fiscalStart);
  const before = new Map(
    memberScore(sources, earlier, memberId).card.lines.map((line) => [line.kpi.id, line.score.value.value]),
  );
  const isOver = period.end <= sources.context.today;
  return memberScore(sources, period, memberId)
    .card.lines.filter(({ kpi }) => isOver || kpi.kind !== "flow")
    .flatMap((line) => {
      const [was, is] = [before.get(line.kpi.id) ?? null, line.score.value.value];
      return was === null || is === null ? [] : [{ kpi: line.kpi, was, is, move: is - was }];
    })
    .filter(({ move }) => Math.abs(move) >= LEAST_MOVE)
    .toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move))
    .slice(0, MOST.kpis)
    .map(({ kpi, was, is, move }) => ({
      key: `kpi|${kpi.id}`,
      tone: move > 0 ? "plus" : "minus",
      text: message(move > 0 ? "review.draft.kpi-up" : "review.draft.kpi-down", {
        kpi: nameMessage(kpi.name),
        before: { unit: "score", value: was },
        after: { unit: "score", value: is },
      }),
      ref: { table: "kpis", id: kpi.id },
    }));
}

function taskSentences(
  sources: ReviewSources,
  of: { readonly rows: DraftRows; readonly memberId: MemberId; readonly period: Period },
): readonly DraftSentence[] {
  const mine = [...of.rows.tasks.values()].filter((task) => task.ownerId === of.memberId);
  const done = mine.filter((task) => task.doneOn !== undefined && inPeriod(task.doneOn, of.period));
  const missed = mine.filter(
    ({ dueOn, status }) =>
      (status === "open" || status === "doing") &&
      dueOn !== undefined &&
      inPeriod(dueOn, of.period) &&
      dueOn < sources.context.today,
  );
  const said = (tasks: readonly Task[], tone: "plus" | "minus") =>
    tasks.slice(0, MOST.tasks).map((task): DraftSentence => ({
      key: `task|${task.id}`,
      tone,
      text: message(tone === "plus" ? "review.draft.task-done" : "review.draft.task-missed", {
        task: task.title,
        day: { day: (tone === "plus" ? task.doneOn : task.dueOn)! },
      }),
      ref: { table: "tasks", id: task.id },
    }));
  return [...said(done, "plus"), ...said(missed, "minus")];
}

function skillSentences(rows: DraftRows, memberId: MemberId, period: Period): readonly DraftSentence[] {
  return [...rows.skillRatings.values()]
    .filter((rating) => rating.memberId === memberId && inPeriod(rating.on, period))
    .flatMap((rating): readonly DraftSentence[] => {
      const skill = rows.skills.get(rating.skillId);
      if (!skill) return [];
      const earlier = [...rows.skillRatings.values()]
        .filter((one) => one.memberId === memberId && one.skillId === rating.skillId && one.on < rating.on)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .at(-1);
      if (!earlier || earlier.level === rating.level) return [];
      return [
        {
          key: `skill|${rating.id}`,
          tone: rating.level > earlier.level ? "plus" : "minus",
          text: message("review.draft.skill", {
            skill: nameMessage(skill.name),
            before: earlier.level,
            after: rating.level,
          }),
          ref: { table: "skillRatings", id: rating.id },
        },
      ];
    });
}
