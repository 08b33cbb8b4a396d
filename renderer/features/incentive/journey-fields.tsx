import type { KpiId } from "../../../core/base/id.ts";
import { periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import type { RewardEvent } from "../../../core/incentive/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { EventText } from "./event-drawer.tsx";
import type { RewardSource } from "./reward-source.ts";
import type { FormProblems } from "./run-form.ts";

/** By which results a journey is won: KPI, period, a threshold, places, or both. */
export function JourneyFields(props: {
  readonly source: RewardSource;
  readonly draft: RewardEvent;
  readonly text: EventText;
  readonly problems: FormProblems;
  onTake(fields: Partial<RewardEvent>): null;
  onTakeText(fields: Partial<EventText>): null;
}) {
  const { source, draft, text, problems, onTake, onTakeText } = props;
  const words = useWords();
  const choose = { value: "", label: words.text("incentive.choose") };
  return (
    <>
      <div className="reward-pair two">
        <SelectField
          label={words.text("incentive.event.kpi")}
          value={(draft.kpiId ?? "") as string}
          problem={problems["kpiId"]}
          options={[
            choose,
            ...living(source.rows.kpis).map((kpi) => ({
              value: kpi.id as string,
              label: words.name(kpi.name),
            })),
          ]}
          onCommit={(id) => onTake({ kpiId: id === "" ? undefined : (id as KpiId) })}
        />
        <SelectField
          label={words.text("incentive.event.period")}
          value={(draft.periodId ?? "") as string}
          problem={problems["periodId"]}
          options={[
            choose,
            ...periodsFor(source, draft.periodId).map((id) => ({
              value: id as string,
              label: words.period(id),
            })),
          ]}
          onCommit={(id) => onTake({ periodId: id === "" ? undefined : (id as PeriodId) })}
        />
      </div>
      <div className="reward-pair two">
        <TextField
          label={words.text("incentive.event.threshold")}
          hint={words.text("incentive.event.threshold.hint")}
          value={text.threshold}
          problem={problems["threshold"]}
          onCommit={(threshold) => onTakeText({ threshold })}
        />
        <TextField
          label={words.text("incentive.event.places")}
          hint={words.text("incentive.event.places.hint")}
          value={text.places}
          problem={problems["places"]}
          onCommit={(places) => onTakeText({ places })}
        />
      </div>
    </>
  );
}

/** This year and the last, their quarters, and the one that the event names. */
function periodsFor({ today, settings }: RewardSource, named: PeriodId | undefined): readonly PeriodId[] {
  const { fiscalStart } = settings;
  const list = (["year", "quarter", "month"] as const).flatMap((kind) => {
    const now = periodOf(today, kind, fiscalStart);
    const back = { year: 1, quarter: 4, month: 6 }[kind];
    return Array.from({ length: back + 1 }, (_, steps) => shiftPeriod(now, -steps, fiscalStart).id);
  });
  return named === undefined || list.includes(named) ? list : [named, ...list];
}
