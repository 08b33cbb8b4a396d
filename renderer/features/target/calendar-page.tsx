import { useState } from "react";
import { yearOf } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { HOLIDAY_TABLE } from "../../../core/base/holiday-table.ts";
import { message } from "../../../core/base/message.ts";
import { calendarYear, isWorkingDay } from "../../../core/base/working-calendar.ts";
import type { SpecialDay } from "../../../core/base/working-calendar.ts";
import { clearCalendarDay, setCalendarDay } from "../../../core/target/calendar-days.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AddDay } from "./add-day.tsx";
import { targetTabs } from "./target-tabs.ts";
import { YearSheet } from "./year-sheet.tsx";
import "./calendar.css";

/** How many years before and after today can be looked at. */
const YEARS_AROUND = 3;

/** The working calendar of a year: holidays, make-up days, the manager's own days; a click changes a day. */
export function CalendarPage() {
  const words = useWords();
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const chosen = useView((view) => view.periodId);
  const [year, setYear] = useState(() => Number(chosen.slice(0, 4)));
  const calendar = calendarOf(workspace.rows);
  const shown = calendarYear(calendar, year);
  const middle = yearOf(today);
  const years = Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, index) => middle - YEARS_AROUND + index);
  const options = [...new Set([...years, year])].toSorted((a, b) => a - b);
  const toggle = (day: Day) => {
    const own = calendar.overrideByDay.has(day);
    const kind = isWorkingDay(calendar, day) ? "holiday" : "workday";
    void runCommand(message("target.command.day"), ({ rows }) =>
      own ? clearCalendarDay(rows, day) : setCalendarDay({ day, kind, name: "" }),
    );
  };
  return (
    <Page
      tabs={targetTabs(words)}
      activeTab="calendar"
      tools={
        <>
          <Choice
            label={words.text("target.calendar.year")}
            quiet
            value={String(year)}
            options={options.map((one) => ({ value: String(one), label: words.period(String(one)) }))}
            onChange={(value) => setYear(Number(value))}
          />
          <p className="calendar-summary">
            {words.text("target.calendar.summary", { year: String(year), count: shown.workingDays })}
          </p>
        </>
      }
      hint={words.text("target.calendar.hint")}
    >
      {shown.provisional && (
        <FindingLine
          tone="behind"
          text={words.text("target.calendar.provisional", { year: String(year) })}
          actions={[]}
        />
      )}
      <div className="calendar-layout">
        <YearSheet calendar={calendar} year={year} today={today} onToggle={toggle} />
        <aside className="calendar-side">
          <NamedDays days={shown.days} />
          <OwnDays days={shown.days} onClear={toggle} />
          <AddDay />
          <p className="calendar-source">
            {words.text("target.calendar.source", {
              library: HOLIDAY_TABLE.library,
              version: HOLIDAY_TABLE.version,
            })}
          </p>
        </aside>
      </div>
    </Page>
  );
}

interface Festival {
  readonly name: string;
  readonly off: Day[];
  readonly worked: Day[];
}

function inYearOrder(festivals: readonly Festival[]): readonly Festival[] {
  return festivals.toSorted((a, b) => ((a.off[0] ?? "") < (b.off[0] ?? "") ? -1 : 1));
}

/** The festivals of the year, each with its days off and the weekend days that make up for them. */
function NamedDays({ days }: { readonly days: readonly SpecialDay[] }) {
  const words = useWords();
  const festivals = new Map<string, Festival>();
  for (const special of days) {
    if (special.source === "manager") continue;
    const name = words.name(special.name);
    const known = festivals.get(name) ?? { name, off: [], worked: [] };
    (special.working ? known.worked : known.off).push(special.day);
    festivals.set(name, known);
  }
  return (
    <dl className="calendar-festivals">
      {inYearOrder([...festivals.values()]).map((festival) => (
        <div key={festival.name}>
          <dt>{festival.name}</dt>
          <dd>
            <span>{dayRange(festival.off)}</span>
            <small>{words.text("target.calendar.days", { count: festival.off.length })}</small>
            {festival.worked.length > 0 && (
              <span className="calendar-worked">
                {words.text("target.calendar.work")} {festival.worked.map(shortDay).join(" · ")}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OwnDays({ days, onClear }: { readonly days: readonly SpecialDay[]; onClear(day: Day): void }) {
  const words = useWords();
  const own = days.filter((special) => special.source === "manager");
  return (
    <section className="calendar-own">
      <h2>{words.text("target.calendar.own")}</h2>
      {own.length === 0 && <p className="calendar-source">{words.text("target.calendar.own.none")}</p>}
      <ul>
        {own.map((special) => (
          <li key={special.day}>
            <span>
              {shortDay(special.day)}{" "}
              {words.text(`target.calendar.kind.${special.working ? "workday" : "holiday"}`)}{" "}
              {words.name(special.name)}
              <small>
                {" "}
                {words.text("target.calendar.own.against", {
                  kind: words.text(`target.calendar.kind.${special.workingByTable ? "workday" : "holiday"}`),
                })}
              </small>
            </span>
            <Button kind="link" onClick={() => onClear(special.day)}>
              {words.text("target.calendar.clear")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dayRange(days: readonly Day[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`;
}

function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}
