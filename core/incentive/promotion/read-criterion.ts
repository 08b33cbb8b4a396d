import type { KpiId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { readTypedNumber, typedNumberValue } from "../../base/typed-number.ts";
import type { Kpi } from "../../kpi/records.ts";
import { numberShape } from "../../target/target-rows.ts";
import { parseTargetText, printTargetText } from "../../target/target-text.ts";
import type { Criterion } from "../records.ts";

/** A criterion as it is typed. */
export interface CriterionText {
  readonly kind: Criterion["kind"];
  /** The KPI, skill or course. */
  readonly ofId: string;
  readonly atLeast: string;
  readonly periods: string;
}

interface Reading {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly currency: string;
}

/** Reads a criterion as it is typed: amounts as in targets, attainment in percent (95 and 95% are the same), whole numbers for
 * the rest. Refused: nothing chosen, no number, periods outside 1–12, months outside 1–600, levels outside 1–5.
 * @example readCriterion({ kind: "attainment", ofId: "k", atLeast: "95", periods: "3" }, { kpis: new Map([["k", {}]]), currency: "CNY" }).value // => { kind: "attainment", kpiId: "k", atLeast: 950000, periods: 3 }
 * @example readCriterion({ kind: "skill", ofId: "", atLeast: "6", periods: "" }, { kpis: new Map(), currency: "CNY" }).error.map((one) => one.field) // => ["ofId", "atLeast"]
 */
export function readCriterion(text: CriterionText, reading: Reading): Result<Criterion> {
  const problems: Problem[] = [];
  const { kind, ofId } = text;
  if (kind !== "months-in-role" && ofId === "") {
    problems.push({ field: "ofId", message: message(`incentive.problem.choose.${kind}`) });
  }
  const isResult = kind === "kpi" || kind === "attainment";
  const atLeast = kind === "course" ? 0 : leastOf(text, reading);
  if (typeof atLeast !== "number") problems.push({ field: "atLeast", message: atLeast });
  const periods = isResult ? wholeIn(text.periods, 1, 12) : 1;
  if (periods === null) problems.push({ field: "periods", message: message("incentive.problem.periods") });
  if (problems.length > 0 || typeof atLeast !== "number" || periods === null) return fail(problems);
  const kpiId = ofId as KpiId;
  if (kind === "kpi") return ok({ kind, kpiId, atLeast, periods });
  if (kind === "attainment") return ok({ kind, kpiId, atLeast: atLeast as Ppm, periods });
  if (kind === "months-in-role") return ok({ kind, atLeast });
  return ok(kind === "skill" ? { kind, skillId: ofId, atLeast } : { kind, courseId: ofId });
}

/** A criterion as it can be typed back.
 * @example criterionText({ kind: "months-in-role", atLeast: 24 }, { kpis: new Map(), currency: "CNY" }) // => { kind: "months-in-role", ofId: "", atLeast: "24", periods: "" }
 */
export function criterionText(criterion: Criterion, { kpis, currency }: Reading): CriterionText {
  const { kind } = criterion;
  if (kind === "course") return { kind, ofId: criterion.courseId, atLeast: "", periods: "" };
  if (kind === "skill") {
    return { kind, ofId: criterion.skillId, atLeast: String(criterion.atLeast), periods: "" };
  }
  if (kind === "months-in-role") return { kind, ofId: "", atLeast: String(criterion.atLeast), periods: "" };
  const kpi = kpis.get(criterion.kpiId);
  const atLeast =
    kind === "attainment"
      ? `${criterion.atLeast / 10_000}%`
      : kpi
        ? printTargetText(criterion.atLeast, numberShape(kpi, currency, 0))
        : String(criterion.atLeast);
  return { kind, ofId: criterion.kpiId, atLeast, periods: String(criterion.periods) };
}

function leastOf(text: CriterionText, { kpis, currency }: Reading) {
  if (text.kind === "months-in-role" || text.kind === "skill") {
    const most = text.kind === "skill" ? 5 : 600;
    return wholeIn(text.atLeast, 1, most) ?? message("incentive.problem.whole", { most });
  }
  const none = message("incentive.problem.least", { text: text.atLeast });
  if (text.kind === "attainment") {
    const read = readTypedNumber(text.atLeast);
    if (!read.ok || read.value === null || read.value.power !== null) return none;
    const percent = typedNumberValue({ ...read.value, percent: true });
    return percent > 0 && percent <= 100 ? Math.round(percent * WHOLE_PPM) : none;
  }
  const kpi = kpis.get(text.ofId);
  if (!kpi) return 0;
  const read = parseTargetText(text.atLeast, numberShape(kpi, currency, 0));
  if (!read.ok) return read.error;
  return read.value ?? none;
}

function wholeIn(text: string, least: number, most: number): number | null {
  const value = Number(text.normalize("NFKC").trim());
  return text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
