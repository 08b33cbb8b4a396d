import { putRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { KpiId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { nameKey, nameMessage } from "../team/name-key.ts";
import { nextOrder } from "../team/team-rows.ts";
import { METRIC_RULES } from "./metrics/metric-rules.ts";
import { metricOf } from "./metric-of.ts";
import type { KpiContext } from "./context.ts";
import type { Kpi } from "./records.ts";

/** What a person may say about a KPI. `undefined` takes an optional field away. */
export type KpiFields = { readonly [F in keyof Omit<Kpi, "id" | "order" | "archived">]?: Kpi[F] | undefined };

type KpiRules = Pick<KpiContext, "rows" | "settings">;

/** Adds a KPI at the end of the library: typed, counted, a monthly flow, higher is better, unless the fields say otherwise.
 * @example addKpi(kpiWorld({}), "k1", { name: { zh: "", en: "" } }).ok // => false
 */
export function addKpi(context: KpiRules, id: KpiId, fields: KpiFields): Result<readonly Change[]> {
  const kpi: Kpi = {
    id,
    name: { zh: "", en: "" },
    definition: { zh: "", en: "" },
    unit: "count",
    direction: "higher",
    source: "typed",
    kind: "flow",
    frequency: "month",
    scoreFloor: 60,
    scoreCap: 120,
    ...present(fields),
    order: nextOrder(context.rows.kpis),
    archived: false,
  };
  return written(context, completed(context, kpi));
}

/** Changes a KPI. A KPI of the book takes unit and kind of its metric. Refused: a name that is missing or taken; threshold,
 * target and stretch that are not in the order of the direction; another unit while values typed in the old one are there.
 * @example editKpi(kpiWorld({ kpis: [aKpi("k1", { target: 10 })] }), "k1", { stretch: 9 }).ok // => false
 */
export function editKpi(
  context: KpiRules & Pick<KpiContext, "facts">,
  id: KpiId,
  fields: KpiFields,
): Result<readonly Change[]> {
  const known = context.rows.kpis.get(id);
  if (!known) return fail([{ message: message("kpi.problem.gone") }]);
  const next = completed(context, present({ ...known, ...fields }) as Kpi);
  if (isSame(known, next)) return ok([]);
  const count = known.unit === next.unit || next.source === "book" ? 0 : typedCount(context, id);
  if (count > 0) return fail([{ field: "unit", message: message("kpi.problem.unit-used", { count }) }]);
  return written(context, next);
}

/** Puts a KPI away, or takes it out again. Its values, targets and weights stay.
 * @example archiveKpi(kpiWorld({ kpis: [aKpi("k1")] }), "k1", true) // => { ok: true, value: [{ op: "set", table: "kpis", id: "k1", fields: { archived: true } }] }
 */
export function archiveKpi(context: KpiRules, id: KpiId, archived: boolean): Result<readonly Change[]> {
  const known = context.rows.kpis.get(id);
  if (!known) return fail([{ message: message("kpi.problem.gone") }]);
  return ok(known.archived === archived ? [] : [setFields<Kpi>("kpis", id, { archived })]);
}

/** Everything that is wrong with a KPI, by field.
 * @example kpiProblems(kpiWorld({}), aKpi("k1", { source: "book" }))[0].field // => "metric"
 */
export function kpiProblems(context: KpiRules, kpi: Kpi): readonly Problem[] {
  const problems: Problem[] = [];
  const names = [kpi.name.zh, kpi.name.en].map(nameKey).filter((name) => name !== "");
  if (names.length === 0) problems.push({ field: "name", message: message("kpi.problem.name-missing") });
  const twin = [...context.rows.kpis.values()].find(
    (other) =>
      other.id !== kpi.id && [other.name.zh, other.name.en].map(nameKey).some((name) => names.includes(name)),
  );
  if (twin) {
    problems.push({
      field: "name",
      message: message("kpi.problem.name-taken", { kpi: nameMessage(twin.name) }),
    });
  }
  if (kpi.source === "book" && kpi.metric === undefined) {
    problems.push({ field: "metric", message: message("kpi.problem.metric-missing") });
  }
  const order = orderProblem(kpi);
  if (order) problems.push(order);
  if (!(kpi.scoreFloor >= 0 && kpi.scoreFloor <= 100 && kpi.scoreCap >= 100)) {
    problems.push({ field: "scoreCap", message: message("kpi.problem.score-range") });
  }
  return problems;
}

/** Of threshold, target and stretch those that are given must rise, or fall where lower is better. */
function orderProblem(kpi: Kpi): Problem | null {
  const given = [kpi.threshold, kpi.target, kpi.stretch].filter((point) => point !== undefined);
  const sign = kpi.direction === "higher" ? 1 : -1;
  if (given.every((point, at) => at === 0 || sign * (point - given[at - 1]!) >= 0)) return null;
  const key = kpi.direction === "higher" ? "kpi.problem.order-higher" : "kpi.problem.order-lower";
  return { field: "target", message: message(key) };
}

function typedCount(context: Pick<KpiContext, "facts">, id: KpiId): number {
  return context.facts.measurements.flat().filter((one) => one.kpiId === id).length;
}

function completed(context: KpiRules, kpi: Kpi): Kpi {
  const metric = metricOf(kpi, context.settings);
  if (metric === null) return kpi;
  const { unit, kind } = METRIC_RULES[metric];
  return { ...kpi, unit, kind };
}

function written(context: KpiRules, kpi: Kpi): Result<readonly Change[]> {
  const problems = kpiProblems(context, kpi);
  return problems.length > 0 ? fail(problems) : ok([putRecords("kpis", [kpi])]);
}

function present<T extends object>(fields: T): { [F in keyof T]: Exclude<T[F], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
