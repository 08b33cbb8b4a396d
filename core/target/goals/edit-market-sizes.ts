import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { money } from "../../base/money.ts";
import { parsePeriod } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { readTypedDay } from "../../team/read-typed.ts";
import type { MarketSize } from "../records.ts";
import { parseTargetText } from "../target-text.ts";
import type { NumberShape } from "../target-text.ts";

/** The columns of the table of market sizes, as they are typed. */
export const MARKET_CELLS = ["scope", "periodId", "size", "source", "on"] as const;
export type MarketCell = (typeof MARKET_CELLS)[number];
export type MarketText = Readonly<Record<MarketCell, string>>;

/** What reading a typed market size needs: the money's shape, the fiscal year, today. */
export interface MarketReading {
  readonly shape: NumberShape;
  readonly fiscalStart: number;
  readonly today: Day;
}

type Sizes = ReadonlyMap<string, MarketSize>;

/** Adds a market's size as somebody says it. Refused, field by field: a period that is none, a size that is no amount above 0,
 * no source, a day that is none or still to come; the same source twice for one scope and period.
 * @example addMarketSize(new Map(), { id: "m1", text: { scope: "", periodId: "2026", size: "", source: "", on: "" } }, { shape: { unit: "money", kind: "flow", digits: 2, shownPower: 0 }, fiscalStart: 1, today: "2026-09-14" }).error.map((one) => one.field) // => ["size", "source", "on"]
 */
export function addMarketSize(
  sizes: Sizes,
  of: { readonly id: string; readonly text: MarketText },
  reading: MarketReading,
): Result<readonly Change[]> {
  const read = readMarketSize(sizes, of, reading);
  return read.ok ? ok([putRecords("marketSizes", [read.value])]) : read;
}

/** Changes cells of market sizes as typed or pasted, all or none. Problems have the field `<id>:<cell>`.
 * @example editMarketSizes(new Map(), [{ id: "m1", cell: "source", text: "协会" }], { shape: { unit: "money", kind: "flow", digits: 2, shownPower: 0 }, fiscalStart: 1, today: "2026-09-14" }).ok // => false
 */
export function editMarketSizes(
  sizes: Sizes,
  edits: readonly { readonly id: string; readonly cell: MarketCell; readonly text: string }[],
  reading: MarketReading,
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const changed: MarketSize[] = [];
  for (const id of new Set(edits.map((edit) => edit.id))) {
    const before = sizes.get(id);
    if (!before) {
      problems.push({ message: message("target.market.problem.gone") });
      continue;
    }
    const typed = Object.fromEntries(
      edits.filter((edit) => edit.id === id).map(({ cell, text }) => [cell, text]),
    );
    const read = readMarketSize(sizes, { id, text: { ...plainText(before), ...typed }, before }, reading);
    if (!read.ok) {
      problems.push(...read.error.map((one) => ({ ...one, field: `${id}:${one.field ?? "size"}` })));
    } else if (!isSame(before, read.value)) changed.push(read.value);
  }
  if (problems.length > 0) return fail(problems);
  return ok(changed.length === 0 ? [] : [putRecords("marketSizes", changed)]);
}

/** Takes a market size away.
 * @example removeMarketSize(new Map(), "m1").ok // => false
 */
export function removeMarketSize(sizes: Sizes, id: string): Result<readonly Change[]> {
  if (!sizes.has(id)) return fail([{ message: message("target.market.problem.gone") }]);
  return ok([removeRecords("marketSizes", [id])]);
}

/** A size that was not touched is kept as it is: its text would be in the shown multiple. */
const UNTOUCHED = "\u0000";

function plainText(size: MarketSize): MarketText {
  return { scope: size.scope, periodId: size.periodId, size: UNTOUCHED, source: size.source, on: size.on };
}

function readMarketSize(
  sizes: Sizes,
  of: { readonly id: string; readonly text: MarketText; readonly before?: MarketSize },
  { shape, fiscalStart, today }: MarketReading,
): Result<MarketSize> {
  const { id, text, before } = of;
  const problems: Problem[] = [];
  const wrong = (field: MarketCell, key: string) =>
    problems.push({ field, message: message(`target.market.problem.${key}`, { text: text[field].trim() }) });
  const scope = text.scope.trim();
  const source = text.source.trim();
  const period = parsePeriod(text.periodId.normalize("NFKC").trim().toUpperCase(), fiscalStart);
  const size = text.size === UNTOUCHED && before ? ok(before.size) : parseTargetText(text.size, shape);
  const on = readTypedDay(text.on);
  if (period === null) wrong("periodId", "period");
  if (!size.ok) problems.push({ field: "size", message: size.error });
  else if (size.value === null || size.value <= 0) wrong("size", "size");
  if (source === "") wrong("source", "source");
  if (on === null) wrong("on", "day");
  else if (on > today) wrong("on", "day-future");
  const isTwice = [...sizes.values()].some(
    (one) => one.id !== id && one.scope === scope && one.periodId === period?.id && one.source === source,
  );
  if (isTwice) wrong("source", "twice");
  if (problems.length > 0 || period === null || !size.ok || size.value === null || on === null) {
    return fail(problems);
  }
  return ok({ id, scope, periodId: period.id, size: money(size.value), source, on });
}
