import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import type { Period } from "../../../core/base/period.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { wantedOf } from "../../../core/target/wanted-of.ts";
import { acceptProposals, needReasons } from "../../../core/training/proposals/accept-proposals.ts";
import { proposePlan } from "../../../core/training/proposals/propose-plan.ts";
import type { LeftOut, Proposal, ProposedPlan } from "../../../core/training/proposals/propose-plan.ts";
import { trainingNeeds } from "../../../core/training/proposals/training-needs.ts";
import { lastQuarter, weakKpis } from "../../../core/training/proposals/weak-kpis.ts";
import { cellParams } from "../../../core/training/matrix/completion.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { usePlanPeriods, useTrainingData } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";

const LEFT_OUT_SHOWN = 12;

/** 建议: the sessions that gaps, duties and weak KPIs ask for, within hours and budget; each taken with one press. */
export function ProposalsPage() {
  const words = useWords();
  const data = useTrainingData();
  const { periods, first } = usePlanPeriods();
  const [periodId, setPeriodId] = useState<string | null>(null);
  const period = periods.find((one) => one.id === periodId) ?? first;
  const plan = useProposals(data, period);
  const accept = (proposals: readonly Proposal[]) =>
    void runCommand(message("training.record.accept", { count: proposals.length }), ({ rows }) =>
      acceptProposals(rows, { proposals, newId: () => currentPlatform().newId() }),
    );
  const hasCourses = data.rows.courses.size > 0;
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="proposals"
      {...(hasCourses
        ? {
            tools: (
              <>
                <Button
                  kind="primary"
                  disabled={plan.proposals.length === 0}
                  onClick={() => accept(plan.proposals)}
                >
                  {words.text("training.proposal.accept-all")}
                </Button>
                <Choice
                  label={words.text("training.plan.period")}
                  quiet
                  value={period.id as string}
                  options={periods.map((one) => ({ value: one.id as string, label: words.period(one.id) }))}
                  onChange={setPeriodId}
                />
              </>
            ),
            hint: words.text("training.proposal.hint"),
          }
        : {})}
    >
      {!hasCourses ? (
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
      ) : (
        <>
          <p className="proposal-sum">{sumText(plan, period, words)}</p>
          {plan.proposals.map((proposal) => (
            <ProposalCard key={proposal.course.id} proposal={proposal} onAccept={() => accept([proposal])} />
          ))}
          <LeftOutList leftOut={plan.leftOut} />
        </>
      )}
    </Page>
  );
}

function useProposals(data: TrainingData, period: Period): ProposedPlan {
  const { workspace, rows, today } = data;
  const needs = useMemo(() => {
    const { fiscalStart } = settingsOf(workspace);
    const of = { period: lastQuarter(today, fiscalStart), wantedOf: wantedOf(workspace.rows) };
    return trainingNeeds(workspace.rows, { today, weak: weakKpis(kpiContext(workspace, today), of) });
  }, [workspace, today]);
  return useMemo(
    () => proposePlan(rows, { needs, period, today, calendar: calendarOf(rows) }),
    [rows, needs, period, today],
  );
}

function sumText(plan: ProposedPlan, period: Period, words: Words): string {
  if (plan.proposals.length === 0) {
    return words.text(plan.leftOut.length > 0 ? "training.proposal.no-room" : "training.proposal.none", {
      period: { period: period.id },
    });
  }
  const sum = words.text("training.proposal.sum", {
    count: plan.proposals.length,
    hours: { unit: "hours", value: plan.hours },
    cost: { unit: "money", value: money(plan.cost) },
  });
  const left =
    plan.moneyLeft === null
      ? words.text("training.proposal.no-budget")
      : words.text("training.proposal.left", {
          left: { unit: "money", value: money(plan.moneyLeft - plan.cost) },
        });
  return words.text("training.proposal.sum.both", { sum, left });
}

function ProposalCard({ proposal, onAccept }: { readonly proposal: Proposal; onAccept(): void }) {
  const words = useWords();
  const { course, on, needs, cost } = proposal;
  const title = words.name(course.name);
  return (
    <section className="training-proposal" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="quiet">
          {words.text("training.proposal.facts", {
            day: { day: on },
            hours: { unit: "hours", value: course.hours },
            cost: { unit: "money", value: money(cost) },
            count: needs.length,
          })}
        </span>
        <Button onClick={onAccept} label={words.text("training.proposal.accept-one", { course: title })}>
          {words.text("training.proposal.accept")}
        </Button>
      </header>
      <ul>
        {needs.map((need) => (
          <li key={need.member.id}>
            <a href={placeHref("team", `members/${encodeURIComponent(need.member.id)}`)}>
              {need.member.name}
            </a>
            <span>
              {needReasons(need)
                .map((reason) => words.say(reason))
                .join(words.text("training.reason.mark"))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const words = useWords();
  if (leftOut.length === 0) return null;
  return (
    <section className="open-cells" aria-label={words.text("training.left-out.title")}>
      <header>
        <h2>{words.text("training.left-out.title")}</h2>
        <span className="quiet">{words.text("training.open.count", { count: leftOut.length })}</span>
      </header>
      <ul className="plain-list left-out">
        {leftOut.slice(0, LEFT_OUT_SHOWN).map(({ need, why }) => (
          <li key={`${need.member.id}|${need.course.id}`}>
            <span>{words.text("training.open.line", cellParams(need))}</span>
            <span className="quiet">{words.say(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
