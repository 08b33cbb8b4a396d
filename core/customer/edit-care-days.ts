import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Settings } from "../base/settings.ts";
import { careDaysOf } from "./care.ts";

/** Sets how many days customers of a level may go without contact; "" stands for every other level. An empty text gives
 * the level back what it is without the settings.
 * @example editCareDays({}, { level: "A", text: "10" }).value[0].fields // => { careDays: { A: 10 } }
 * @example editCareDays({}, { level: "A", text: "0" }).ok // => false
 */
export function editCareDays(
  settings: Pick<Settings, "careDays">,
  input: { readonly level: string; readonly text: string },
): Result<readonly Change[]> {
  const { level } = input;
  const text = input.text.normalize("NFKC").trim();
  const { [level]: before, ...others } = settings.careDays ?? {};
  if (text === "") return ok(before === undefined ? [] : [change(others)]);
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > 3650) {
    return fail([{ field: level, message: message("customer.care.problem.days", { most: 3650 }) }]);
  }
  const isSame = before === undefined ? careDaysOf({}, level) === days : before === days;
  return ok(isSame ? [] : [change({ ...others, [level]: days })]);
}

function change(careDays: Readonly<Record<string, number>>): Change {
  const kept = Object.keys(careDays).length === 0 ? undefined : { ...careDays };
  return setFields<Settings>("settings", "workspace", { careDays: kept });
}
