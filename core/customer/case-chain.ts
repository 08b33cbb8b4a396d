import { addDays } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import { nameKey } from "../team/name-key.ts";
import type { Pages } from "./import/import-book.ts";
import { COMPLAINT } from "./locales/import-marks.ts";
import type { Case } from "./records.ts";

/* A complaint is done with when its cause is known, something was done about it, and somebody looked whether it came again. */

/** The steps of a case from its report to the check whether it has come again, in their order. */
export const CASE_STEPS = ["report", "cause", "remedy", "check"] as const;
export type CaseStepKey = (typeof CASE_STEPS)[number];

/** `open`: something is missing; `due`: it must be done within a week; `later`: the steps before it come first. */
export type CaseStepState = "done" | "open" | "due" | "overdue" | "later" | "recurred";

/** One step of a case, and what it still lacks, as labels of fields: `customer.field.<label>`. */
export interface CaseStep {
  readonly key: CaseStepKey;
  readonly state: CaseStepState;
  readonly missing: readonly string[];
  /** Until when the step must be done. */
  readonly dueOn: Day | null;
}

/** Within so many days a step counts as due. */
export const DUE_WITHIN_DAYS = 7;

/** How soon after its end the same trouble counts as the old one come again. */
export const RECURRENCE_DAYS = 180;

/** A case as a line of four steps: what is done, what is missing, what is due. Only the first step that is not done is open;
 * those behind it come later, unless their own day has come.
 * @example caseSteps({ id: "k1", kind: "投诉", status: "处理中", openedOn: "2026-03-01", text: "漏油" }, "2026-03-02").map((step) => step.state) // => ["done", "open", "later", "later"]
 */
export function caseSteps(one: Case, today: Day): readonly CaseStep[] {
  const steps: CaseStep[] = [];
  let isFirst = true;
  for (const key of CASE_STEPS) {
    const missing = missingOf(one, key);
    const dueOn = dueOf(one, key);
    const isDone = missing.length === 0;
    steps.push({ key, missing, dueOn, state: stateOf(one, { key, isDone, isFirst, dueOn, today }) });
    if (!isDone) isFirst = false;
  }
  return steps;
}

/** Whether every step of a case is done, and it did not come again.
 * @example isCaseDone({ id: "k1", kind: "咨询", status: "已关闭" }) // => false
 */
export function isCaseDone(one: Case): boolean {
  return CASE_STEPS.every((key) => missingOf(one, key).length === 0);
}

/** Cases whose chain a person walks: complaints, and every case that has a cause, a remedy or a check written down.
 * @example isChained({ id: "k1", kind: "客户投诉", status: "处理中" }) // => true
 * @example isChained({ id: "k2", kind: "咨询", status: "处理中" }) // => false
 */
export function isChained(one: Case): boolean {
  const hasChain = [one.cause, one.remedy, one.remedyOwnerId, one.remedyDueOn, one.checkOn].some(
    (part) => part !== undefined && part !== "",
  );
  return hasChain || isComplaint(one.kind);
}

/** Whether a case's kind names a complaint.
 * @example isComplaint("客户投诉") // => true
 * @example isComplaint("咨询") // => false
 */
export function isComplaint(kind: string): boolean {
  return COMPLAINT.test(kind);
}

function missingOf(one: Case, key: CaseStepKey): readonly string[] {
  const lacks = (field: keyof Case, label: string) => {
    const value = one[field];
    return value === undefined || value === "" ? [label] : [];
  };
  switch (key) {
    case "report": {
      const isTold = [one.subject, one.text].some((text) => text !== undefined && text !== "");
      return [...lacks("openedOn", "opened"), ...(isTold ? [] : ["text"])];
    }
    case "cause":
      return lacks("cause", "cause");
    case "remedy":
      return [
        ...lacks("remedy", "remedy"),
        ...lacks("remedyOwnerId", "remedyOwner"),
        ...(one.remedyDoneOn === undefined ? lacks("remedyDueOn", "remedyDue") : []),
        ...lacks("remedyDoneOn", "remedyDone"),
      ];
    case "check":
      return [
        ...(one.checkedOn === undefined ? lacks("checkOn", "checkOn") : []),
        ...lacks("checkedOn", "checkedOn"),
        ...lacks("hasRecurred", "hasRecurred"),
      ];
  }
}

function dueOf(one: Case, key: CaseStepKey): Day | null {
  if (key === "remedy" && one.remedyDoneOn === undefined) return one.remedyDueOn ?? null;
  if (key === "check" && one.checkedOn === undefined) return one.checkOn ?? null;
  return null;
}

function stateOf(
  one: Case,
  of: {
    readonly key: CaseStepKey;
    readonly isDone: boolean;
    readonly isFirst: boolean;
    readonly dueOn: Day | null;
    readonly today: Day;
  },
): CaseStepState {
  if (of.key === "check" && one.hasRecurred === true) return "recurred";
  if (of.isDone) return "done";
  if (of.dueOn !== null && of.dueOn < of.today) return "overdue";
  if (of.dueOn !== null && of.dueOn <= addDays(of.today, DUE_WITHIN_DAYS)) return "due";
  return of.isFirst ? "open" : "later";
}

const earlierByPages = new WeakMap<object, ReadonlyMap<string, Case>>();

/** Case → the earlier one that it repeats: of the same customer and kind, opened after the earlier was closed and at most
 * 180 days later; the latest such. The same map for the same cases.
 * @example earlierCases({ pages: [{ rows: [{ id: "a", kind: "投诉", customerId: "c", openedOn: "2026-01-01", closedOn: "2026-01-09" }, { id: "b", kind: "投诉", customerId: "c", openedOn: "2026-03-01" }] }] }).get("b").id // => "a"
 */
export function earlierCases({ pages }: Pages<Case>): ReadonlyMap<string, Case> {
  const known = earlierByPages.get(pages);
  if (known) return known;
  const alike = new Map<string, Map<string, Case[]>>();
  for (const page of pages) for (const one of page.rows) addAlike(alike, one);
  const earlierById = new Map<string, Case>();
  const lastDayByEnd = new Map<Day, Day>();
  for (const byCustomer of new Set(alike.values())) {
    for (const same of byCustomer.values()) {
      if (same.length > 1) findEarlier(same, { earlierById, lastDayByEnd });
    }
  }
  earlierByPages.set(pages, earlierById);
  return earlierById;
}

/** By kind, then by customer: two names joined into one would cost more than all the rest. */
function addAlike(alike: Map<string, Map<string, Case[]>>, one: Case): void {
  const customer = one.customerId ?? one.customerName;
  if (customer === undefined || one.openedOn === undefined) return;
  let byCustomer = alike.get(one.kind);
  if (!byCustomer) {
    const key = nameKey(one.kind);
    byCustomer = alike.get(key) ?? new Map<string, Case[]>();
    alike.set(key, byCustomer);
    alike.set(one.kind, byCustomer);
  }
  const same = byCustomer.get(customer);
  if (same) same.push(one);
  else byCustomer.set(customer, [one]);
}

function findEarlier(
  same: readonly Case[],
  found: { readonly earlierById: Map<string, Case>; readonly lastDayByEnd: Map<Day, Day> },
): void {
  const closed = same
    .filter((one) => one.closedOn !== undefined)
    .toSorted((a, b) => (a.closedOn! < b.closedOn! ? -1 : a.closedOn! > b.closedOn! ? 1 : 0));
  for (const one of same) {
    let at = countUntil(closed, one.openedOn!) - 1;
    if (closed[at]?.id === one.id) at -= 1;
    const earlier = closed[at];
    if (earlier === undefined) continue;
    const end = earlier.closedOn!;
    const lastDay = found.lastDayByEnd.get(end) ?? addDays(end, RECURRENCE_DAYS);
    found.lastDayByEnd.set(end, lastDay);
    if (one.openedOn! <= lastDay) found.earlierById.set(one.id, earlier);
  }
}

/** How many of the cases, sorted by their closing day, were closed on the day or before. */
function countUntil(closed: readonly Case[], day: Day): number {
  let low = 0;
  let high = closed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (closed[middle]!.closedOn! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
