import { useState } from "react";
import type { PayPlanId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import { periodOf, shiftPeriod } from "../../../core/base/period.ts";
import { explainSum } from "../../../core/incentive/pay/pay-elements.ts";
import { savePlan } from "../../../core/incentive/plan/edit-plan.ts";
import type { PayPlan } from "../../../core/incentive/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanRules } from "./plan-editor.tsx";
import { simulationColumns } from "./simulation-columns.tsx";
import { usePay } from "./use-pay.ts";
import { PlanSink } from "./use-plan-writer.ts";
import { useSimulation } from "./use-simulation.ts";
import type { SimulatedSide, Simulation } from "./use-simulation.ts";
import "./incentive.css";

/** 试算: what past periods would have cost under other rules, per person and in all; nothing is written. */
export function SimulatorPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const plans = [...useWorkspace().rows.payPlans.values()].filter((plan) => !plan.archived);
  const [chosenId, choose] = useState<string | null>(null);
  const base = plans.find((plan) => plan.id === chosenId) ?? plans[0];
  return (
    <Page
      tabs={tabs}
      activeTab="simulator"
      {...(base
        ? {
            tools: (
              <Choice
                label={words.text("incentive.simulator.plan")}
                value={base.id as string}
                options={plans.map((plan) => ({ value: plan.id as string, label: plan.name }))}
                onChange={choose}
              />
            ),
            hint: words.text("incentive.simulator.hint"),
          }
        : {})}
    >
      {base ? (
        <Trial key={base.id} base={base} />
      ) : (
        <EmptyState
          title={words.text("incentive.plan.none.title")}
          text={words.text("incentive.simulator.none")}
          actions={[
            { label: words.text("incentive.plan.go"), onClick: () => goTo(placeHref("incentive", "plans")) },
          ]}
        />
      )}
    </Page>
  );
}

function Trial({ base }: { readonly base: PayPlan }) {
  const words = useWords();
  const [draft, setDraft] = useState<PayPlan>(base);
  const simulation = useSimulation(draft);
  const label = words.text("incentive.simulator.table");
  return (
    <>
      <Outcome simulation={simulation} />
      <div className="trial-layout">
        <div>
          <DataTable
            label={label}
            rows={simulation.rows}
            rowKey={(row) => row.memberId}
            columns={simulationColumns(words)}
            exportName={label}
          />
          <NearCliffs simulation={simulation} />
        </div>
        <section aria-label={words.text("incentive.simulator.rules")}>
          <header className="trial-head">
            <h2>{words.text("incentive.simulator.rules")}</h2>
            <Button kind="link" disabled={draft === base} onClick={() => setDraft(base)}>
              {words.text("incentive.simulator.reset")}
            </Button>
            <KeepPlan draft={draft} isChanged={draft !== base} />
          </header>
          <PlanSink value={setDraft}>
            <PlanRules plan={draft} />
          </PlanSink>
        </section>
      </div>
    </>
  );
}

function Outcome({ simulation }: { readonly simulation: Simulation }) {
  const words = useWords();
  const { periods, rows, present, tried, approvedCells } = simulation;
  const explain = (which: SimulatedSide) => () =>
    explainSum(
      message(`incentive.simulator.explain.${which}`, { name: words.text("base.team") }),
      rows.map((row) => ({ name: row.name, amount: row[which], explain: () => row.explain(which) })),
    );
  return (
    <p className="pay-totals">
      <span>
        {words.text("incentive.simulator.span", {
          from: { period: periods[0]!.id },
          to: { period: periods.at(-1)!.id },
        })}
      </span>
      <span className="quiet">{words.text("incentive.simulator.present")}</span>
      <Figure
        size="headline"
        form="full"
        quantity={{ unit: "money", value: present }}
        explain={explain("present")}
      />
      <span className="quiet">{words.text("incentive.simulator.tried")}</span>
      <Figure
        size="headline"
        form="full"
        quantity={{ unit: "money", value: tried }}
        explain={explain("tried")}
      />
      <span className="quiet">
        {words.text("incentive.simulator.difference")}{" "}
        <Figure
          form="full"
          quantity={{ unit: "money", value: money(tried - present) }}
          explain={explain("difference")}
        />
        {" · "}
        {words.text("incentive.simulator.approved", {
          approved: approvedCells,
          all: rows.length * periods.length,
        })}
      </span>
    </p>
  );
}

/** How many of those near a cliff are named. */
const NAMED = 8;

function NearCliffs({ simulation }: { readonly simulation: Simulation }) {
  const words = useWords();
  const { near, nameOf } = simulation;
  return (
    <section className="near-cliffs" aria-labelledby="near-cliffs">
      <h2 id="near-cliffs">{words.text("incentive.simulator.cliffs")}</h2>
      {near.length === 0 ? (
        <p className="quiet">{words.text("incentive.simulator.cliffs.none")}</p>
      ) : (
        <ul>
          {near.slice(0, NAMED).map((one) => (
            <li key={`${one.memberId}|${one.periodId}|${one.cliff.at}`}>
              {words.text(`incentive.simulator.cliff.${one.missing > 0 ? "short" : "passed"}`, {
                name: nameOf(one.memberId),
                period: { period: one.periodId },
                missing: { unit: "money", value: money(Math.abs(one.missing)) },
                jump: { unit: "money", value: one.cliff.jump },
              })}
            </li>
          ))}
          {near.length > NAMED && (
            <li className="quiet">
              {words.text("incentive.simulator.cliffs.more", { count: near.length - NAMED })}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** What was tried becomes a plan of its own, from the next period on. */
function KeepPlan({ draft, isChanged }: { readonly draft: PayPlan; readonly isChanged: boolean }) {
  const words = useWords();
  const { context, fiscalStart } = usePay();
  const keep = async () => {
    const next = shiftPeriod(periodOf(context.kpi.today, draft.frequency, fiscalStart), 1, fiscalStart);
    const plan: PayPlan = {
      ...draft,
      id: currentPlatform().newId() as PayPlanId,
      name: words.text("incentive.simulator.kept", { plan: draft.name, period: { period: next.id } }),
      from: next.start,
    };
    const label = message("incentive.record.plan-new", { plan: plan.name });
    const outcome = await runCommand(label, () => savePlan(plan));
    if (outcome.ok) goTo(placeHref("incentive", `plans/${encodeURIComponent(plan.id)}`));
  };
  return (
    <Button
      kind="primary"
      disabled={!isChanged}
      {...(isChanged ? {} : { title: words.text("incentive.simulator.keep.none") })}
      onClick={() => void keep()}
    >
      {words.text("incentive.simulator.keep")}
    </Button>
  );
}
