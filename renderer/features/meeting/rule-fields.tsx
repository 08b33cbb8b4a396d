import {
  MONTH_DAY_CHOICES,
  NTH_CHOICES,
  readRule,
  ruleOf,
} from "../../../core/meeting/schedule/series-rule.ts";
import type { RuleChoice } from "../../../core/meeting/schedule/series-rule.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

const UNITS = ["week", "month", "quarter"] as const;
const EVERY = [1, 2, 3, 4, 6];
const WEEKDAYS = [1, 2, 3, 4, 5];

interface RuleProps {
  readonly rule: string;
  readonly problem: string | undefined;
  onChange(rule: string): null;
}

/** How often: chosen, never typed. */
export function RuleFields({ rule, problem, onChange }: RuleProps) {
  const words = useWords();
  const choice = readRule(rule) ?? ({ unit: "week", every: 1, weekdays: [1] } satisfies RuleChoice);
  const change = (next: Partial<RuleChoice>) => onChange(ruleOf({ ...choice, ...next }));
  const everyText = (count: number) => {
    const one = choice.unit === "week" ? "week" : "month";
    return words.text(`meeting.series.every.${one}${count === 1 ? "" : "s"}`, { count });
  };
  // Every three months is a quarter.
  const every = EVERY.filter((count) => choice.unit === "week" || count !== 3);
  const changeUnit = (unit: RuleChoice["unit"]) => {
    const weekday = choice.weekdays[0] ?? 1;
    return onChange(ruleOf({ unit, every: 1, weekdays: [weekday], ...(unit === "week" ? {} : { nth: 1 }) }));
  };
  return (
    <div className="meeting-pairs">
      <SelectField
        label={words.text("meeting.series.field.unit")}
        value={choice.unit}
        options={UNITS.map((value) => ({ value, label: words.text(`meeting.series.unit.${value}`) }))}
        onCommit={changeUnit}
      />
      {choice.unit !== "quarter" && (
        <SelectField
          label={words.text("meeting.series.field.every")}
          value={String(choice.every)}
          options={every.map((count) => ({ value: String(count), label: everyText(count) }))}
          onCommit={(text) => change({ every: Number(text) })}
        />
      )}
      {choice.unit === "week" ? (
        <WeekdayButtons
          chosen={choice.weekdays}
          problem={problem}
          onChange={(weekdays) => change({ weekdays })}
        />
      ) : (
        <MonthFields choice={choice} onChange={(next) => onChange(ruleOf(next))} />
      )}
    </div>
  );
}

function WeekdayButtons(props: {
  readonly chosen: readonly number[];
  readonly problem: string | undefined;
  onChange(weekdays: readonly number[]): null;
}) {
  const words = useWords();
  const { chosen, problem, onChange } = props;
  const toggle = (weekday: number) => {
    const next = chosen.includes(weekday)
      ? chosen.filter((one) => one !== weekday)
      : [...chosen, weekday].toSorted((a, b) => a - b);
    // A rule without a weekday is none: the last one stays.
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className="weekday-buttons">
      <legend>{words.text("meeting.series.field.weekdays")}</legend>
      {WEEKDAYS.map((weekday) => (
        <Button key={weekday} pressed={chosen.includes(weekday)} onClick={() => toggle(weekday)}>
          {words.text(`meeting.weekday.${weekday}`)}
        </Button>
      ))}
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function MonthFields(props: { readonly choice: RuleChoice; onChange(choice: RuleChoice): null }) {
  const words = useWords();
  const { choice, onChange } = props;
  const { unit, every, weekdays, nth = 1, monthDay } = choice;
  const byDay = monthDay !== undefined;
  const weekday = weekdays[0] ?? 1;
  const often = { unit, every };
  return (
    <>
      <SelectField
        label={words.text("meeting.series.field.nth")}
        value={byDay ? "day" : "weekday"}
        options={(["weekday", "day"] as const).map((value) => ({
          value,
          label: words.text(`meeting.series.nth.${value}`),
        }))}
        onCommit={(value) =>
          onChange(
            value === "day"
              ? { ...often, weekdays: [], monthDay: 1 }
              : { ...often, weekdays: [weekday], nth },
          )
        }
      />
      {byDay ? (
        <SelectField
          label={words.text("meeting.series.field.month-day")}
          value={String(monthDay)}
          options={MONTH_DAY_CHOICES.map((day) => ({
            value: String(day),
            label:
              day === -1
                ? words.text("meeting.series.month-day.last")
                : words.text("meeting.series.month-day", { day }),
          }))}
          onCommit={(text) => onChange({ ...often, weekdays: [], monthDay: Number(text) })}
        />
      ) : (
        <div className="nth-fields">
          <SelectField
            label={words.text("meeting.series.field.month-day")}
            value={String(nth)}
            options={NTH_CHOICES.map((one) => ({
              value: String(one),
              label: words.text(`meeting.series.nth.${one === -1 ? "last" : one}`),
            }))}
            onCommit={(text) => onChange({ ...often, weekdays: [weekday], nth: Number(text) })}
          />
          <SelectField
            label={words.text("meeting.series.field.weekdays")}
            value={String(weekday)}
            options={WEEKDAYS.map((one) => ({
              value: String(one),
              label: words.text(`meeting.weekday.${one}`),
            }))}
            onCommit={(text) => onChange({ ...often, weekdays: [Number(text)], nth })}
          />
        </div>
      )}
    </>
  );
}
