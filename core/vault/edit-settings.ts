import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Settings } from "../base/settings.ts";

/** What may be changed after the start. The currency may not: amounts are never converted. */
export type SettingsEdit = Partial<Omit<Settings, "id" | "currency">>;

/** Changes the workspace's settings; the name is trimmed. Fields that stay as they were make no change.
 * Refuses an empty or overlong name and a duty limit outside 1–99.
 * @example editSettings({ name: "A", dutyLimit: 6 }, { dutyLimit: 6 }) // => { ok: true, value: [] }
 * @example editSettings({ name: "A" }, { name: " B " }).value[0].fields // => { name: "B" }
 */
export function editSettings(settings: Settings, edit: SettingsEdit): Result<readonly Change[]> {
  const wanted = edit.name === undefined ? edit : { ...edit, name: edit.name.trim() };
  if (wanted.name !== undefined && (wanted.name === "" || wanted.name.length > 200)) {
    return fail([{ field: "name", message: message("vault.settings.bad-name") }]);
  }
  const { dutyLimit } = wanted;
  if (dutyLimit !== undefined && !(Number.isInteger(dutyLimit) && dutyLimit >= 1 && dutyLimit <= 99)) {
    return fail([{ field: "dutyLimit", message: message("vault.settings.bad-limit") }]);
  }
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => settings[field as keyof Settings] !== value),
  );
  return ok(Object.keys(fields).length === 0 ? [] : [setFields<Settings>("settings", "workspace", fields)]);
}
