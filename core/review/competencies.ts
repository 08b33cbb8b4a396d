import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Competency, Settings } from "../base/settings.ts";
import { nameKey } from "../team/name-key.ts";
import { SEED_COMPETENCIES } from "./locales/competencies.ts";
import type { ReviewCycle } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

const MOST = 20;
const MOST_NAME = 200;

/** What new cycles rate beside the KPIs: the manager's list, the usual one until there is one.
 * @example competenciesOf({}).length // => 5
 * @example competenciesOf({ competencies: [] }) // => []
 */
export function competenciesOf(settings: Pick<Settings, "competencies">): readonly Competency[] {
  return settings.competencies ?? SEED_COMPETENCIES;
}

/** Writes the list of competencies for cycles to come, and into one that is running where it is named; a locked one keeps
 * what it was locked with. A name in one language is enough. Refused, with the line as the field: no name, a name that is too
 * long or stands twice, more than twenty.
 * @example setCompetencies(reviewRows(), { list: [{ id: "a", name: { zh: " 谈判 ", en: "" } }] }).value[0].fields.competencies[0].name.zh // => "谈判"
 * @example setCompetencies(reviewRows(), { list: [{ id: "a", name: { zh: " ", en: "" } }] }).error[0].field // => "0"
 */
export function setCompetencies(
  rows: Pick<ReviewRows, "reviewCycles">,
  of: { readonly list: readonly Competency[]; readonly cycleId?: string },
): Result<readonly Change[]> {
  const list = of.list.map(({ id, name }) => ({ id, name: { zh: name.zh.trim(), en: name.en.trim() } }));
  if (list.length > MOST)
    return fail([{ message: message("review.competency.problem.many", { most: MOST }) }]);
  const keys = list.map(({ name }) => nameKey(name.zh || name.en));
  for (const [at, { name }] of list.entries()) {
    const isWrong = keys[at] === "" || name.zh.length > MOST_NAME || name.en.length > MOST_NAME;
    if (isWrong || keys.indexOf(keys[at]!) !== at) {
      return fail([{ field: String(at), message: message("review.competency.problem.name") }]);
    }
  }
  const cycle = of.cycleId === undefined ? undefined : rows.reviewCycles.get(of.cycleId);
  return ok([
    setFields<Settings>("settings", "workspace", { competencies: list }),
    ...(cycle && cycle.state !== "locked"
      ? [setFields<ReviewCycle>("reviewCycles", cycle.id, { competencies: list })]
      : []),
  ]);
}
