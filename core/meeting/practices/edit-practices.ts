import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { DealId, MemberId, PracticeId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Practice } from "../records.ts";
import type { Practices } from "./search-practices.ts";

/** What can be edited of a practice; `undefined` takes an optional field away. */
export type PracticeFields = {
  readonly [F in Exclude<keyof Practice, "id" | "uses">]?: Practice[F] | undefined;
};

/** The most characters of a line, of a text, and the most tags. */
const MOST_LINE = 200;
const MOST_TEXT = 20_000;
const MOST_TAGS = 50;
const LINES = ["title", "stage", "industry", "product"] as const;
const TEXTS = ["situation", "action", "result"] as const;

/** Adds a practice. Refused: without a title, or with nothing said about what was done. A deal has one practice.
 * @example addPractice(new Map(), { id: "p1", fields: { title: " " }, today: "2026-09-01" }).error[0].field // => "title"
 */
export function addPractice(
  practices: Practices,
  input: { readonly id: PracticeId; readonly fields: PracticeFields; readonly today: Day },
): Result<readonly Change[]> {
  const blank: Practice = {
    id: input.id,
    title: "",
    situation: "",
    action: "",
    result: "",
    tags: [],
    stage: "",
    industry: "",
    on: input.today,
    uses: [],
    archived: false,
  };
  return write(practices, { before: null, after: withFields(blank, input.fields) });
}

/** Changes a practice; checked like a new one. Nothing is written where nothing differs.
 * @example editPractice(new Map([["p1", aPractice("p1")]]), { id: "p1", fields: { title: "p1" } }).value // => []
 */
export function editPractice(
  practices: Practices,
  input: { readonly id: PracticeId; readonly fields: PracticeFields },
): Result<readonly Change[]> {
  const before = practices.get(input.id);
  if (!before) return fail([{ message: message("meeting.practice.problem.gone") }]);
  return write(practices, { before, after: withFields(before, input.fields) });
}

/** Takes a practice out of the library for good; its uses go with it. One that is gone already is passed over.
 * @example removePractice(new Map(), "p1").value // => []
 */
export function removePractice(practices: Practices, id: PracticeId): Result<readonly Change[]> {
  return ok(practices.has(id) ? [removeRecords("practices", [id])] : []);
}

/** Counts that a practice was used again: when, for which deal, with a word about it. Once for a deal.
 * @example countUse(new Map([["p1", aPractice("p1")]]), { id: "p1", use: { on: "2026-09-01", dealId: "d1", note: "" } }).value[0].records[0].uses.length // => 1
 */
export function countUse(
  practices: Practices,
  input: { readonly id: PracticeId; readonly use: Practice["uses"][number] },
): Result<readonly Change[]> {
  const practice = practices.get(input.id);
  if (!practice) return fail([{ message: message("meeting.practice.problem.gone") }]);
  const { use } = input;
  if (use.dealId !== undefined && use.dealId === practice.dealId) {
    return fail([{ field: "dealId", message: message("meeting.practice.problem.own-deal") }]);
  }
  const known = practice.uses.find((one) => one.dealId !== undefined && one.dealId === use.dealId);
  if (known) {
    const problem = message("meeting.practice.problem.used", { day: { day: known.on } });
    return fail([{ field: "dealId", message: problem }]);
  }
  const uses = [...practice.uses, use].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return ok([putRecords("practices", [{ ...practice, uses }])]);
}

/** Takes one use back, by its place in the list.
 * @example dropUse(new Map([["p1", aPractice("p1", { uses: [{ on: "2026-09-01", note: "" }] })]]), { id: "p1", at: 0 }).value[0].records[0].uses // => []
 */
export function dropUse(
  practices: Practices,
  input: { readonly id: PracticeId; readonly at: number },
): Result<readonly Change[]> {
  const practice = practices.get(input.id);
  if (!practice || input.at >= practice.uses.length) return ok([]);
  const uses = practice.uses.filter((_, at) => at !== input.at);
  return ok([putRecords("practices", [{ ...practice, uses }])]);
}

/** Tags as they are typed, with commas or semicolons of either script, or lines, between; each once.
 * @example readTags("报价， 回款;报价") // => ["报价", "回款"]
 */
export function readTags(typed: string): readonly string[] {
  const parts = typed.split(/[,，、;；\n]+/).map((part) => part.trim().replace(/^#/, ""));
  return [...new Set(parts.filter((part) => part !== ""))];
}

function withFields(practice: Practice, fields: PracticeFields): Practice {
  const merged: Record<string, unknown> = { ...practice, ...fields };
  for (const key of LINES) if (typeof merged[key] === "string") merged[key] = (merged[key] as string).trim();
  if (merged["product"] === "") delete merged["product"];
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Practice;
}

function write(
  practices: Practices,
  { before, after }: { readonly before: Practice | null; readonly after: Practice },
): Result<readonly Change[]> {
  const problems = problemsOf(practices, after);
  if (problems.length > 0) return fail(problems);
  return ok(before !== null && isSame(before, after) ? [] : [putRecords("practices", [after])]);
}

function problemsOf(practices: Practices, after: Practice): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof Practice, key: string, params?: Parameters<typeof message>[1]) =>
    problems.push({ field, message: message(`meeting.practice.problem.${key}`, params) });
  if (after.title === "") wrong("title", "title");
  if (TEXTS.every((key) => after[key].trim() === "")) wrong("action", "empty");
  for (const key of LINES) if ((after[key] ?? "").length > MOST_LINE) wrong(key, "long", { most: MOST_LINE });
  for (const key of TEXTS) if (after[key].length > MOST_TEXT) wrong(key, "long", { most: MOST_TEXT });
  if (after.tags.length > MOST_TAGS) wrong("tags", "tags", { most: MOST_TAGS });
  if (after.tags.some((tag) => tag.length > MOST_LINE)) wrong("tags", "long", { most: MOST_LINE });
  const other = practiceOfDeal(practices, after.dealId);
  if (other && other.id !== after.id) wrong("dealId", "deal-has-one", { title: other.title });
  return problems;
}

/** The practice that was made of a deal, or `undefined`.
 * @example practiceOfDeal(new Map([["p1", aPractice("p1", { dealId: "d1" })]]), "d1").id // => "p1"
 */
export function practiceOfDeal(practices: Practices, dealId: DealId | undefined): Practice | undefined {
  if (dealId === undefined) return undefined;
  for (const practice of practices.values()) if (practice.dealId === dealId) return practice;
  return undefined;
}

/** Whose practice it is, where that is a member: the author, for lists.
 * @example authorOf({ memberId: "m1" }, new Map([["m1", { name: "王芳" }]])) // => "王芳"
 */
export function authorOf(
  practice: { readonly memberId?: MemberId | undefined },
  members: ReadonlyMap<string, { readonly name: string }>,
): string {
  return members.get(practice.memberId ?? "")?.name ?? "";
}
