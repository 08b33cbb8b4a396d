import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { setBudget } from "../../../core/training/plan/edit-budget.ts";
import { trainingPlan } from "../../../core/training/plan/plan-totals.ts";
import type { PlanFigure, TrainingPlan } from "../../../core/training/plan/plan-totals.ts";
import { readCost, readHours } from "../../../core/training/read-training-text.ts";
import { moneyToDecimal } from "../../../core/base/money.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MemberHoursTable } from "./member-hours.tsx";
import { NewSessionDrawer } from "./new-session-drawer.tsx";
import { SavePlan } from "./save-plan.tsx";
import { SessionDrawer } from "./session-drawer.tsx";
import { SessionGrid } from "./session-grid.tsx";
import { usePlanPeriods, useTrainingData } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";
import { useOpenId } from "./use-open-id.ts";

/** 计划: the sessions of a year or quarter, what they cost in money and hours, and what may be spent. */
export function PlanPage() {
  const words = useWords();
  const data = useTrainingData();
  const { periods, first } = usePlanPeriods();
  const [periodId, setPeriodId] = useState<string | null>(null);
  const [isAdding, add] = useState(false);
  const [openId, open] = useOpenId("plan");
  const period = periods.find((one) => one.id === periodId) ?? first;
  const plan = useMemo(
    () => trainingPlan(data.rows, { period, nameOf: words.name }),
    [data.rows, period, words],
  );
  const shown = openId === null ? undefined : data.rows.trainingSessions.get(openId);
  const hasCourses = data.rows.courses.size > 0;
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="plan"
      {...(hasCourses
        ? {
            tools: (
              <>
                <Button kind="primary" onClick={() => add(true)}>
                  {words.text("training.session.add")}
                </Button>
                <Choice
                  label={words.text("training.plan.period")}
                  quiet
                  value={period.id as string}
                  options={periods.map((one) => ({ value: one.id as string, label: words.period(one.id) }))}
                  onChange={setPeriodId}
                />
                <SavePlan period={period} />
              </>
            ),
            hint: words.text("training.plan.hint"),
          }
        : {})}
    >
      {!hasCourses && (
        <EmptyState
          title={words.text("training.plan.empty.title")}
          text={words.text("training.plan.empty.text")}
          actions={[
            {
              label: words.text("training.plan.empty.go"),
              onClick: () => goTo(placeHref("training", "courses")),
            },
          ]}
        />
      )}
      {hasCourses && (
        <>
          <PlanSummary data={data} plan={plan} />
          {plan.sessions.length === 0 ? (
            <p className="quiet">{words.text("training.plan.none", { period: { period: period.id } })}</p>
          ) : (
            <SessionGrid data={data} sessions={plan.sessions} onOpen={open} />
          )}
          <MemberHoursTable plan={plan} />
        </>
      )}
      {isAdding && (
        <NewSessionDrawer
          data={data}
          period={period}
          onClose={() => add(false)}
          onAdded={(id) => {
            add(false);
            open(id);
          }}
        />
      )}
      {shown && <SessionDrawer key={shown.id} data={data} session={shown} onClose={() => open(null)} />}
    </Page>
  );
}

/** What the plan comes to beside what may be spent; both budgets are typed here. */
function PlanSummary({ data, plan }: { readonly data: TrainingData; readonly plan: TrainingPlan }) {
  const words = useWords();
  const { budget, period } = plan;
  const label = message("training.record.budget", { period: { period: period.id } });
  const write = (fields: Parameters<typeof setBudget>[1]["fields"]) =>
    runFromField(words, label, ({ rows }) => setBudget(rows, { periodId: period.id, fields }));
  const over = plan.members.filter((one) => one.over > 0);
  return (
    <section className="plan-summary" aria-label={words.text("training.plan.summary")}>
      <SummaryFigure label={words.text("training.plan.cost")} figure={plan.cost} />
      <SummaryFigure label={words.text("training.plan.left")} figure={plan.left} />
      <SummaryFigure label={words.text("training.plan.hours")} figure={plan.hours} />
      <TextField
        label={words.text("training.budget.money")}
        value={budget?.money === undefined ? "" : moneyToDecimal(budget.money, data.currency)}
        placeholder={words.text("training.budget.money.place")}
        onCommit={(text) => {
          const read = readCost(text, data.currency);
          return read.ok ? write({ money: read.value }) : words.say(read.error);
        }}
      />
      <TextField
        label={words.text("training.budget.hours")}
        value={budget?.hoursEach === undefined ? "" : String(budget.hoursEach)}
        placeholder={words.text("training.budget.hours.place")}
        onCommit={(text) => {
          const read = readHours(text);
          return read.ok ? write({ hoursEach: read.value }) : words.say(read.error);
        }}
      />
      {((plan.left.value.value ?? 0) < 0 || over.length > 0) && (
        <p className="plan-over tone-at-risk" role="status">
          <span aria-hidden>● </span>
          {[
            ...((plan.left.value.value ?? 0) < 0
              ? [
                  words.text("training.plan.over-money", {
                    amount: { unit: "money", value: -plan.left.value.value! as never },
                  }),
                ]
              : []),
            ...(over.length > 0
              ? [
                  words.text("training.plan.over-hours", {
                    names: over.map((one) => one.member.name).join(words.text("training.name-mark")),
                  }),
                ]
              : []),
          ].join(" ")}
        </p>
      )}
    </section>
  );
}

function SummaryFigure({ label, figure }: { readonly label: string; readonly figure: PlanFigure }) {
  return (
    <div className="plan-figure">
      <small>{label}</small>
      <ExplainedFigure of={figure} size="headline" />
    </div>
  );
}
