import type { Day } from "../base/day.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Problem } from "../base/result.ts";
import type { Answer, Case } from "./records.ts";
import { TYPED_FIELDS } from "./typed-fields.ts";
import type { TypedTable } from "./typed-fields.ts";

/** Days that have been, never ones to come. */
const PAST_DAYS: Readonly<Partial<Record<TypedTable, readonly string[]>>> = {
  activities: ["on"],
  payments: ["on"],
  answers: ["on"],
  cases: ["openedOn", "closedOn", "remedyDoneOn", "checkedOn"],
};

/** What contradicts itself in a record: days to come that should have been, a case that ends before it begins, a score
 * that its question does not have. Only what was touched is judged: an imported record may be as its file has it.
 * @example recordProblems("answers", { after: { scale: "csat", score: 7 }, touched: ["score"], today: "2026-03-01" }).map((one) => one.field) // => ["score"]
 */
export function recordProblems(
  table: TypedTable,
  of: {
    readonly after: Readonly<Record<string, unknown>>;
    readonly touched: readonly string[];
    readonly today: Day;
  },
): readonly Problem[] {
  const { after, touched, today } = of;
  const later = (PAST_DAYS[table] ?? [])
    .filter((key) => touched.includes(key) && ((after[key] as Day | undefined) ?? today) > today)
    .map((key) => ({
      field: key,
      message: message("customer.problem.later", { field: labelOf(table, key), today: { day: today } }),
    }));
  if (later.length > 0) return later;
  if (table === "answers") return scoreProblems(after as Partial<Answer>, touched);
  return table === "cases" ? caseProblems(after as Partial<Case>, touched) : [];
}

/** Scores of 1–5 for satisfaction, 0–10 for the likelihood to recommend. */
function scoreProblems({ scale, score }: Partial<Answer>, touched: readonly string[]): readonly Problem[] {
  if (score === undefined || !(touched.includes("score") || touched.includes("scale"))) return [];
  const [least, most] = scale === "nps" ? ([0, 10] as const) : ([1, 5] as const);
  return score >= least && score <= most ? [] : [range("score", least, most)];
}

function caseProblems(one: Partial<Case>, touched: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const { openedOn, satisfaction } = one;
  if (satisfaction !== undefined && touched.includes("satisfaction")) {
    if (satisfaction < 1 || satisfaction > 5) {
      problems.push(range("satisfaction", 1, 5));
    }
  }
  for (const key of ["closedOn", "remedyDueOn", "remedyDoneOn", "checkOn", "checkedOn"] as const) {
    const day = one[key];
    if (day === undefined || openedOn === undefined || day >= openedOn || !touched.includes(key)) continue;
    const params = { field: labelOf("cases", key), opened: { day: openedOn } };
    problems.push({ field: key, message: message("customer.problem.before-opened", params) });
  }
  return problems;
}

function range(field: "score" | "satisfaction", least: number, most: number): Problem {
  const name = message(`customer.field.${field}`);
  return { field, message: message("customer.problem.score", { field: name, least, most }) };
}

function labelOf(table: TypedTable, key: string): Message {
  const { label } = TYPED_FIELDS[table].find((field) => field.key === key)!;
  return message(`customer.field.${label}`);
}
