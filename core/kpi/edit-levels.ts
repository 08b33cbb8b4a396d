import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Ppm } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Level, Settings } from "../base/settings.ts";

/** A line of the table of levels as it was typed. */
export interface LevelText {
  readonly name: string;
  /** Ignored in the last line, which takes every score that is left. */
  readonly from: string;
  readonly coefficient: string;
}

const PPM = 1_000_000;

/** Writes the table of levels, whole or not at all: names differ, scores fall from line to line, coefficients are between 0
 * and 10 with at most four decimals. Problems name the line: `<index>.<column>`.
 * @example setLevels([{ name: "S", from: "90", coefficient: "1.5" }, { name: "D", from: "", coefficient: "0" }]).value[0].fields.levels[0].coefficient // => 1500000
 * @example setLevels([{ name: "S", from: "x", coefficient: "1" }, { name: "D", from: "", coefficient: "0" }]).error[0].field // => "0.from"
 */
export function setLevels(lines: readonly LevelText[]): Result<readonly Change[]> {
  const levels: Level[] = [];
  for (const [at, line] of lines.entries()) {
    const read = levelFrom(line, { isLast: at === lines.length - 1, above: levels });
    if (!read.ok) return fail([{ field: `${at}.${read.error.field}`, message: read.error.message }]);
    levels.push(read.value);
  }
  if (levels.length === 0) return fail([{ message: message("kpi.levels.problem.none") }]);
  return ok([setFields<Settings>("settings", "workspace", { levels })]);
}

function levelFrom(
  line: LevelText,
  of: { readonly isLast: boolean; readonly above: readonly Level[] },
): Result<Level, { readonly field: keyof LevelText; readonly message: Message }> {
  const name = line.name.trim();
  if (name === "" || name.length > 200 || of.above.some((level) => level.name === name)) {
    return fail({ field: "name", message: message("kpi.levels.problem.name") });
  }
  const from = line.from.trim();
  const number = /^-?\d{1,4}(\.\d{1,4})?$/.test(from) ? Number(from) : null;
  const highest = of.above.at(-1)?.from ?? Number.POSITIVE_INFINITY;
  if (!of.isLast && (number === null || number >= highest)) {
    return fail({ field: "from", message: message("kpi.levels.problem.from", { level: name }) });
  }
  const coefficient = line.coefficient.trim();
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(coefficient) || Number(coefficient) > 10) {
    return fail({
      field: "coefficient",
      message: message("kpi.levels.problem.coefficient", { level: name }),
    });
  }
  const ppm = Math.round(Number(coefficient) * PPM) as Ppm;
  return ok({ name, ...(of.isLast ? {} : { from: number! }), coefficient: ppm });
}
