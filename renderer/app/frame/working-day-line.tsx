import { period } from "../../../core/base/period.ts";
import {
  isWorkingDay,
  workingCalendar,
  workingDaysElapsed,
  workingDaysIn,
} from "../../../core/base/working-calendar.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Day } from "../../../core/base/day.ts";
import type { Period } from "../../../core/base/period.ts";
import type { DayOverride } from "../../../core/base/working-calendar.ts";
import { rowsOf, settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { monthDay } from "./month-day.ts";

/** Today, and how far the period has come in working days. */
export function WorkingDayLine() {
  const words = useWords();
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const shown = period(periodId, settingsOf(workspace).fiscalStart);
  const said = workingDayMessage(shown, today, rowsOf(workspace, "calendarDays"));
  return (
    <p className="working-day">
      {words.text(said.key, { ...said.params, day: monthDay(words.locale, today) })}
    </p>
  );
}

function workingDayMessage(of: Period, today: Day, overrides: readonly DayOverride[]): Message {
  const calendar = workingCalendar(overrides);
  const all = workingDaysIn(calendar, of);
  if (today >= of.end) return message("app.day.past", { all });
  if (today < of.start) return message("app.day.future", { all });
  const elapsed = workingDaysElapsed(calendar, of, today);
  if (!isWorkingDay(calendar, today)) return message("app.day.rest", { at: elapsed, all });
  return message("app.day.current", { at: elapsed + 1, all });
}
