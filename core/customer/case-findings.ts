import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import { caseSteps, earlierCases } from "./case-chain.ts";
import type { Pages } from "./import/import-book.ts";
import type { Case } from "./records.ts";

/** What a case waits for. `remedy`: its corrective action is overdue; `check`: the day has come to look whether it came
 * again; `recurred`: it is an earlier one come again. */
export interface CaseFinding {
  readonly id: string;
  readonly code: "case-remedy" | "case-check" | "case-recurred";
  readonly case: Case;
  /** Who must act: the one named for the action. */
  readonly memberId?: MemberId;
  /** Days since it was due. */
  readonly days: number;
  readonly earlier?: Case;
}

const findingsByPages = new WeakMap<
  object,
  { readonly today: Day; readonly found: readonly CaseFinding[] }
>();

/** Overdue corrective actions, checks whose day has come, and cases still open that repeat an earlier one; the longest
 * overdue first. The same list for the same cases and day.
 * @example caseFindings({ pages: [{ rows: [{ id: "k1", kind: "投诉", remedyDueOn: "2026-03-01" }] }] }, "2026-03-04").map((one) => [one.code, one.days]) // => [["case-remedy", 3]]
 */
export function caseFindings(cases: Pages<Case>, today: Day): readonly CaseFinding[] {
  const known = findingsByPages.get(cases.pages);
  if (known?.today === today) return known.found;
  const earlierById = earlierCases(cases);
  const found = cases.pages.flatMap((page) =>
    page.rows.flatMap((one) => findingsOf(one, today, earlierById.get(one.id))),
  );
  const sorted = found.toSorted((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  findingsByPages.set(cases.pages, { today, found: sorted });
  return sorted;
}

function findingsOf(one: Case, today: Day, earlier: Case | undefined): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  for (const { key, dueOn } of one.remedyDueOn || one.checkOn ? caseSteps(one, today) : []) {
    if (dueOn === null || (key !== "remedy" && key !== "check")) continue;
    const days = daysBetween(dueOn, today);
    if (days < 0 || (key === "remedy" && days === 0)) continue;
    const who = one.remedyOwnerId === undefined ? {} : { memberId: one.remedyOwnerId };
    findings.push({ id: `case-${key}:${one.id}`, code: `case-${key}`, case: one, days, ...who });
  }
  if (earlier !== undefined && one.closedOn === undefined) {
    findings.push({ id: `case-recurred:${one.id}`, code: "case-recurred", case: one, days: 0, earlier });
  }
  return findings;
}
