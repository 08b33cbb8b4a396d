import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { addDays, day as dayOf, daysInMonth, weekdayOf, yearOf } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { period } from "../../../core/base/period.ts";
import { calendarYear, workingDaysIn } from "../../../core/base/working-calendar.ts";
import type { SpecialDay, WorkingCalendar } from "../../../core/base/working-calendar.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWords } from "../../ui/words-context.tsx";

export interface YearSheetProps {
  readonly calendar: WorkingCalendar;
  readonly year: number;
  readonly today: Day;
  onToggle(day: Day): void;
}

const STEP_BY_KEY: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** Twelve months side by side. Days off and make-up days carry a sign, not a colour alone; arrows move, Enter changes. */
export function YearSheet({ calendar, year, today, onToggle }: YearSheetProps) {
  const words = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const specialByDay = new Map(calendarYear(calendar, year).days.map((special) => [special.day, special]));
  const entry = yearOf(today) === year ? today : dayOf(`${year}-01-01`);
  const move = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset["day"];
    const step = STEP_BY_KEY[event.key];
    if (from === undefined || step === undefined) return;
    event.preventDefault();
    const to = addDays(from as Day, step);
    sheet.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <div className="year-sheet" ref={sheet}>
      {Array.from({ length: 12 }, (_, index) => {
        const month = period(`${year}-${String(index + 1).padStart(2, "0")}`, 1);
        const first = month.start;
        return (
          <section
            key={month.id}
            aria-label={words.text("target.calendar.month", {
              month: words.period(month.id, "short"),
              count: workingDaysIn(calendar, month),
            })}
          >
            <h3>
              {words.period(month.id, "short")}
              <small>{words.text("target.calendar.days", { count: workingDaysIn(calendar, month) })}</small>
            </h3>
            <div className="month-days">
              {Array.from({ length: daysInMonth(year, index + 1) }, (__, at) => addDays(first, at)).map(
                (day) => (
                  <DayButton
                    key={day}
                    day={day}
                    special={specialByDay.get(day)}
                    isToday={day === today}
                    isEntry={day === entry}
                    words={words}
                    onToggle={onToggle}
                    onMove={move}
                  />
                ),
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function DayButton(props: {
  readonly day: Day;
  readonly special: SpecialDay | undefined;
  readonly isToday: boolean;
  readonly isEntry: boolean;
  readonly words: Words;
  onToggle(day: Day): void;
  onMove(event: KeyboardEvent): void;
}) {
  const { day, special, words } = props;
  const isWeekend = weekdayOf(day) >= 6;
  const isWorked = special ? special.working : !isWeekend;
  const isMarked = special !== undefined && (special.working === isWeekend || special.source === "manager");
  const isHoliday = special !== undefined && !special.working;
  const classes = [
    "month-day",
    isWorked ? "worked" : "off",
    isHoliday && "holiday",
    isMarked && isWorked && "made-up",
    special?.source === "manager" && "own",
    special?.source === "projected" && "projected",
    props.isToday && "today",
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(" ")}
      style={Number(day.slice(8)) === 1 ? { gridColumnStart: weekdayOf(day) } : undefined}
      data-day={day}
      tabIndex={props.isEntry ? 0 : -1}
      aria-pressed={special?.source === "manager"}
      aria-label={dayLabel(words, day, { special, isWorked })}
      title={dayLabel(words, day, { special, isWorked })}
      onClick={() => props.onToggle(day)}
      onKeyDown={props.onMove}
    >
      {Number(day.slice(8))}
      {(isMarked || isHoliday) && (
        <sup aria-hidden>{words.text(isWorked ? "target.calendar.work" : "target.calendar.rest")}</sup>
      )}
    </button>
  );
}

function dayLabel(
  words: Words,
  day: Day,
  { special, isWorked }: { special: SpecialDay | undefined; isWorked: boolean },
): string {
  const said = words.day(day);
  const name = special ? words.name(special.name) : "";
  if (name === "")
    return words.text(isWorked ? "target.calendar.day.work" : "target.calendar.day.rest", { day: said });
  const kind = words.text(`target.calendar.kind.${isWorked ? "workday" : "holiday"}`);
  return words.text("target.calendar.day.named", { day: said, name, kind });
}
