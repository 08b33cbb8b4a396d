import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { inPeriod, periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { isWorkingDay } from "../../../core/base/working-calendar.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { monthWeeks, sessionEntries } from "../../../core/training/calendar/session-entries.ts";
import { trainingPlan } from "../../../core/training/plan/plan-totals.ts";
import type { PlannedSession } from "../../../core/training/plan/plan-totals.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { placeHref } from "../../platform/place.ts";
import { notify } from "../../storage/notice-store.ts";
import { renderCalendar } from "../../worker/calendar-client.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { usePlanPeriods, useTrainingData } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";

/** 日历: the sessions of a month, and those of the year as a calendar file. */
export function CalendarPage() {
  const words = useWords();
  const data = useTrainingData();
  const { fiscalStart } = settingsOf(data.workspace);
  const { periods } = usePlanPeriods();
  const year = periods[0]!;
  const [month, setMonth] = useState(() => periodOf(data.today, "month", fiscalStart));
  const planOf = (period: Period) => trainingPlan(data.rows, { period, nameOf: words.name });
  const sessions = useMemo(
    () => trainingPlan(data.rows, { period: month, nameOf: words.name }).sessions,
    [data.rows, month, words],
  );
  const step = (by: number) => setMonth((now) => shiftPeriod(now, by, fiscalStart));
  const ofYear = planOf(year).sessions;
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="calendar"
      tools={
        <>
          <Button onClick={() => step(-1)} label={words.text("training.calendar.before")}>
            ‹
          </Button>
          <b className="calendar-month">{words.period(month.id)}</b>
          <Button onClick={() => step(1)} label={words.text("training.calendar.after")}>
            ›
          </Button>
          <Button onClick={() => setMonth(periodOf(data.today, "month", fiscalStart))}>
            {words.text("training.calendar.now")}
          </Button>
          <Button
            kind="primary"
            disabled={ofYear.length === 0}
            onClick={() => void saveCalendar(data, words, { year, sessions: ofYear })}
          >
            {words.text("training.calendar.save", { year: { period: year.id } })}
          </Button>
        </>
      }
      hint={words.text("training.calendar.hint")}
    >
      <MonthTable data={data} month={month} sessions={sessions} />
    </Page>
  );
}

function MonthTable(props: {
  readonly data: TrainingData;
  readonly month: Period;
  readonly sessions: readonly PlannedSession[];
}) {
  const { data, month, sessions } = props;
  const words = useWords();
  const calendar = calendarOf(data.rows);
  return (
    <table className="month-table" aria-label={words.period(month.id)}>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {words.text(`training.weekday.${String(weekday)}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const classes = [
                inPeriod(day, month) ? "" : "outside",
                isWorkingDay(calendar, day) ? "" : "free",
                day === data.today ? "today" : "",
              ];
              return (
                <td key={day} className={classes.filter(Boolean).join(" ") || undefined}>
                  <small aria-label={words.day(day)}>{Number(day.slice(8))}</small>
                  {sessions
                    .filter(({ session }) => session.on === day)
                    .map(({ session, course, enrolments }) => (
                      <a
                        key={session.id}
                        className={`calendar-entry ${session.status}`}
                        href={placeHref("training", "plan", { id: session.id })}
                      >
                        {session.startsAt !== undefined && <b>{session.startsAt}</b>}{" "}
                        {words.name(course.name)}
                        <span>
                          {session.status === "planned"
                            ? words.text("training.calendar.people", { count: enrolments.length })
                            : words.text(`training.status.${session.status}`)}
                        </span>
                      </a>
                    ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function saveCalendar(
  data: TrainingData,
  words: Words,
  of: { readonly year: Period; readonly sessions: readonly PlannedSession[] },
): Promise<void> {
  const platform = currentPlatform();
  const name = words.text("training.calendar.name", { year: { period: of.year.id } });
  const entries = sessionEntries(data.rows, of.sessions, {
    nameOf: words.name,
    say: (said) => words.say(said),
  });
  const made = await renderCalendar({ name, writtenAtMs: platform.nowMs(), entries });
  if (!made.ok) {
    reportError(new Error(made.error));
    return notify({ tone: "failure", message: message("training.file.failed") });
  }
  const kind = { label: words.text("training.kind-of-file.ics"), extensions: ["ics"] };
  const saved = await platform.saveFile(`${name}.ics`, made.value, kind);
  if (!saved.ok) return notify({ tone: "failure", message: failureMessage(saved.error) });
  if (saved.value) {
    notify({ tone: "done", message: message("training.file.saved", { name: saved.value.name }) });
  }
}
