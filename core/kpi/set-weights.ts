import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import { subjectKey } from "../base/id.ts";
import type { KpiId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Ppm } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { KpiContext } from "./context.ts";
import { setOn } from "./effective-set.ts";
import type { KpiSet } from "./records.ts";

type Weights = KpiSet["weights"];

const PERCENT = 10_000;

/** Writes a subject's weights from a day on: what held before that day stays as it was. A sum other than 100 % is kept (it is
 * a finding, see `weightFindings`), so that weights can be edited one by one; a weight outside 0–100 % is refused. For a
 * member no weights at all means: as the group.
 * @example setWeights(kpiWorld({}), { subject: { kind: "group", id: "g1" }, from: "2026-01-01" }, [{ kpiId: "gone", weight: 1 }]).ok // => false
 */
export function setWeights(
  context: Pick<KpiContext, "rows">,
  of: { readonly subject: Subject; readonly from: Day },
  weights: Weights,
): Result<readonly Change[]> {
  if (weights.some(({ weight }) => !Number.isSafeInteger(weight) || weight < 0 || weight > WHOLE_PPM)) {
    return fail([{ field: "weight", message: message("kpi.problem.weight") }]);
  }
  if (weights.some(({ kpiId }) => !context.rows.kpis.has(kpiId))) {
    return fail([{ field: "kpi", message: message("kpi.problem.gone") }]);
  }
  const kept = weights.filter(({ weight }) => weight > 0);
  const subject = subjectKey(of.subject);
  const id = `${subject}:${of.from}`;
  const known = setOn(context, of.subject, of.from);
  if (isSame(known?.weights ?? [], kept)) return ok([]);
  const showsThrough = [...context.rows.kpiSets.values()].some(
    (set) => set.subject === subject && set.from < of.from && set.weights.length > 0,
  );
  if (kept.length === 0 && !showsThrough) return ok(known ? [removeRecords("kpiSets", [known.id])] : []);
  return ok([putRecords<KpiSet>("kpiSets", [{ id, subject, from: of.from, weights: kept }])]);
}

/** The weights with one of them changed, in the order of the KPIs; a weight of 0 takes the KPI out.
 * @example withWeight([{ kpiId: "a", weight: 1000000 }], "b", 200000).length // => 2
 */
export function withWeight(weights: Weights, kpiId: KpiId, weight: Ppm): Weights {
  const others = weights.filter((one) => one.kpiId !== kpiId);
  if (weight === 0) return others;
  const at = weights.findIndex((one) => one.kpiId === kpiId);
  return at < 0 ? [...others, { kpiId, weight }] : others.toSpliced(at, 0, { kpiId, weight });
}

/** Weights that total 100 %: what is missing or too much is spread in proportion to what is there, in whole percent where
 * all weights are whole percents and there are at most a hundred of them, else in parts per million; largest remainder, a tie
 * to the earlier. Nothing to spread on: unchanged.
 * @example spreadWeights([{ kpiId: "a", weight: 300000 }, { kpiId: "b", weight: 300000 }, { kpiId: "c", weight: 200000 }]).map((w) => w.weight) // => [380000, 370000, 250000]
 */
export function spreadWeights(weights: Weights): Weights {
  const sum = weights.reduce((total, one) => total + one.weight, 0);
  if (sum === 0 || sum === WHOLE_PPM) return weights;
  const wholePercents = weights.length <= 100 && weights.every(({ weight }) => weight % PERCENT === 0);
  const step = wholePercents ? PERCENT : 1;
  const units = WHOLE_PPM / step;
  const floors = weights.map(({ weight }) => Math.floor((weight * units) / sum));
  const remainders = weights.map(({ weight }) => (weight * units) % sum);
  const order = remainders.map((_, at) => at).toSorted((a, b) => remainders[b]! - remainders[a]! || a - b);
  let left = units - floors.reduce((total, floor) => total + floor, 0);
  for (const at of order) {
    if (left === 0) break;
    floors[at] = floors[at]! + 1;
    left -= 1;
  }
  return weights.map(({ kpiId }, at) => ({ kpiId, weight: (floors[at]! * step) as Ppm }));
}

/** Reads a weight as people type it: `25`, `25%`, `12.5 %`; an empty cell is 0. At most four decimals, from 0 to 100 %.
 * @example parseWeight("２５%") // => { ok: true, value: 250000 }
 */
export function parseWeight(text: string): Result<Ppm, Message> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  if (plain === "") return ok(0 as Ppm);
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/.exec(plain);
  const weight = match ? Number(match[1]) * PERCENT + Number((match[2] ?? "").padEnd(4, "0")) : Number.NaN;
  return weight <= WHOLE_PPM ? ok(weight as Ppm) : fail(message("kpi.problem.weight"));
}
