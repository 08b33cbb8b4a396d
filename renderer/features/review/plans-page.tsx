import { message } from "../../../core/base/message.ts";
import { listPlans, planStanding, removePlan } from "../../../core/review/improvement-plan.ts";
import type { ImprovementPlan } from "../../../core/review/records.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Day } from "../../../core/base/day.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PlanDrawer } from "./plan-drawer.tsx";
import { planText } from "./plan-text.ts";
import { reviewTabs } from "./review-tabs.ts";
import { useReview } from "./use-review.ts";
import "./review-room.css";

const open = (id: string | null) => goTo(placeHref("review", id === null ? "plans" : `plans/${id}`));

/** 改进计划: of all members and times, what is to be looked at first. */
export function PlansPage({ path }: { readonly path: string }) {
  const words = useWords();
  const data = useReview();
  const { today } = useView();
  const { rows } = data.workspace;
  const plans = listPlans(rowsOf(data.workspace, "improvementPlans"), today);
  const [, id = "", memberId = ""] = path.split("/").map(decodeURIComponent);
  const opened = rows.improvementPlans.get(id) ?? null;
  const add = () => open("new");
  const hasPeople = rows.members.size > 0;
  return (
    <Page
      tabs={reviewTabs(words)}
      activeTab="plans"
      {...(plans.length > 0
        ? {
            tools: (
              <Button kind="primary" onClick={add}>
                {words.text("review.plans.add")}
              </Button>
            ),
            hint: words.text("review.plans.hint"),
          }
        : {})}
    >
      {plans.length === 0 ? (
        <EmptyState
          title={words.text("review.plans.empty")}
          text={words.text(hasPeople ? "review.plans.empty.text" : "review.cycle.empty.text")}
          actions={[
            hasPeople
              ? { label: words.text("review.plans.add"), onClick: add }
              : { label: words.text("review.room.empty.members"), onClick: () => goTo(placeHref("team")) },
          ]}
        />
      ) : (
        <DataTable
          label={words.text("review.plans")}
          rows={plans}
          rowKey={(plan: ImprovementPlan) => plan.id}
          columns={columnsOf(words, data.workspace, today)}
          onOpen={(plan) => open(plan.id)}
          exportName={words.text("review.plans")}
        />
      )}
      {(opened || (id === "new" && hasPeople)) && (
        <PlanDrawer
          key={id}
          data={data}
          plan={opened}
          memberId={memberId}
          onClose={() => open(null)}
          onRemove={(plan) =>
            void runCommand(
              message("review.command.plan-removed", { name: rows.members.get(plan.memberId)?.name ?? "" }),
              (now) => removePlan(now.rows, plan.id),
            ).then((done) => done.ok && open(null))
          }
        />
      )}
    </Page>
  );
}

function columnsOf(words: Words, { rows }: Workspace, today: Day): readonly DataColumn<ImprovementPlan>[] {
  const dayColumn = (key: "from" | "until"): DataColumn<ImprovementPlan> => ({
    key,
    title: words.text(`review.plan.${key}`),
    width: 136,
    text: (plan) => words.day(plan[key]),
    sortValue: (plan) => plan[key],
    exportValue: (plan) => plan[key],
  });
  return [
    {
      key: "member",
      title: words.text("review.scores.column.name"),
      width: 112,
      text: (plan) => rows.members.get(plan.memberId)?.name ?? plan.memberId,
    },
    {
      key: "aim",
      title: words.text("review.plan.aim"),
      width: 368,
      text: (plan) => plan.aim,
      render: (plan) => <span data-tip={plan.aim}>{plan.aim}</span>,
    },
    dayColumn("from"),
    dayColumn("until"),
    {
      key: "checked",
      title: words.text("review.plan.checked"),
      width: 96,
      align: "end",
      text: ({ checkpoints }) =>
        words.text("review.plan.checked.of", {
          done: checkpoints.filter(({ result }) => result !== undefined).length,
          all: checkpoints.length,
        }),
    },
    {
      key: "state",
      title: words.text("review.plan.state"),
      width: 224,
      text: (plan) => planText(words, plan, today),
      render: (plan) => {
        const isDue = planStanding(plan, today).state === "due";
        return (
          <span className={isDue ? "tone-behind" : undefined}>
            {isDue && "▼ "}
            {planText(words, plan, today)}
          </span>
        );
      },
    },
  ];
}
