import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { PayPlanId } from "../../../core/base/id.ts";
import { savePlan } from "../../../core/incentive/plan/edit-plan.ts";
import { PLAN_TEMPLATES, templateRules } from "../../../core/incentive/plan/plan-templates.ts";
import type { PlanTemplate } from "../../../core/incentive/plan/plan-templates.ts";
import type { PayPlan } from "../../../core/incentive/records.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { subjectName } from "./plan-subjects.tsx";
import { usePay } from "./use-pay.ts";
import { useTemplateParts } from "./use-template-parts.ts";
import "./incentive.css";

/** 方案: by which rules members are paid, as sentences that can be edited in place. */
export function PlansPage({
  tabs,
  shownId,
}: {
  readonly tabs: readonly PageTab[];
  readonly shownId: string;
}) {
  const words = useWords();
  const workspace = useWorkspace();
  const [isNew, setNew] = useState(false);
  const plans = [...workspace.rows.payPlans.values()].toSorted(
    (a, b) => Number(a.archived) - Number(b.archived) || (a.from < b.from ? 1 : -1),
  );
  const shown = plans.find((plan) => plan.id === shownId) ?? plans[0];
  return (
    <Page
      tabs={tabs}
      activeTab="plans"
      {...(shown
        ? {
            tools: (
              <Button kind="primary" onClick={() => setNew(true)}>
                {words.text("incentive.plan.new")}
              </Button>
            ),
            hint: words.text("incentive.plan.hint"),
          }
        : {})}
    >
      {shown ? (
        <div className="plan-layout">
          <nav className="plan-list" aria-label={words.text("incentive.tab.plans")}>
            {plans.map((plan) => (
              <a
                key={plan.id}
                href={placeHref("incentive", `plans/${encodeURIComponent(plan.id)}`)}
                aria-current={plan === shown ? "true" : undefined}
              >
                <b>{plan.name}</b>
                <small className="quiet">
                  {plan.archived
                    ? words.text("incentive.plan.archived")
                    : plan.subjects
                        .map((key) => subjectName(workspace, words, key))
                        .join(words.text("incentive.comma"))}
                </small>
              </a>
            ))}
          </nav>
          <PlanEditor key={shown.id} plan={shown} />
        </div>
      ) : (
        <EmptyState
          title={words.text("incentive.plan.none.title")}
          text={words.text("incentive.plan.none.text")}
          actions={[{ label: words.text("incentive.plan.new"), onClick: () => setNew(true) }]}
        />
      )}
      {isNew && <NewPlan onClose={() => setNew(false)} />}
    </Page>
  );
}

/** A first plan from a template: numbers to change, laid around what the team usually sells. */
function NewPlan({ onClose }: { onClose(): void }) {
  const words = useWords();
  const { parts } = useTemplateParts();
  const { period } = usePay();
  const create = async (template: PlanTemplate) => {
    const plan: PayPlan = {
      id: currentPlatform().newId() as PayPlanId,
      name: words.text(`incentive.template.${template}`),
      subjects: ["team"],
      from: period.start,
      frequency: "quarter",
      rules: templateRules(template, parts),
      note: "",
      archived: false,
    };
    const label = message("incentive.record.plan-new", { plan: plan.name });
    const outcome = await runCommand(label, () => savePlan(plan));
    if (!outcome.ok) return;
    onClose();
    goTo(placeHref("incentive", `plans/${encodeURIComponent(plan.id)}`));
  };
  return (
    <Drawer open title={words.text("incentive.plan.new")} onClose={onClose}>
      <p className="quiet">{words.text("incentive.template.lead")}</p>
      <ul className="template-list">
        {PLAN_TEMPLATES.map((template) => (
          <li key={template}>
            <Button onClick={() => void create(template)}>
              {words.text(`incentive.template.${template}`)}
            </Button>
            <p className="quiet">{words.text(`incentive.template.${template}.text`)}</p>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
