import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { LadderStep, Promotion } from "../../../core/incentive/records.ts";
import { criterionLabel } from "../../../core/incentive/promotion/criterion-label.ts";
import { decisionsOf, promotionCandidates } from "../../../core/incentive/promotion/promotion-candidates.ts";
import type { PromotionSource } from "../../../core/incentive/promotion/promotion-source.ts";
import { inOrder, nextOrder } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CandidateTable } from "./candidate-table.tsx";
import { usePromotionSource } from "./course-facts.ts";
import { DecisionRecord } from "./decision-record.tsx";
import { LadderDrawer } from "./ladder-drawer.tsx";
import { PromotionDrawer } from "./promotion-drawer.tsx";
import type { RewardPageProps } from "./recognition-page.tsx";
import { useRewardSource } from "./reward-source.ts";
import type { RewardSource } from "./reward-source.ts";
import { useOpenRecord } from "./use-open-record.ts";
import "./rewards.css";

/** 晋升: who stands before which step, what is met, and what was decided. */
export function PromotionPage({ tabs }: RewardPageProps) {
  const words = useWords();
  const source = usePromotionSource(useRewardSource());
  const [draft, setDraft] = useState<LadderStep | null>(null);
  const { rows, today } = source;
  const [, open] = useOpenRecord("promotion");
  const candidates = useMemo(() => promotionCandidates(source, today), [source, today]);
  const begin = () => setDraft(emptyStep(source));
  const decisions = decisionsOf(rows.promotions);
  const isEmpty = rows.ladderSteps.size === 0;
  return (
    <Page
      tabs={tabs}
      activeTab="promotion"
      {...(isEmpty
        ? {}
        : {
            tools: (
              <Button kind="primary" onClick={begin}>
                {words.text("incentive.ladder.add")}
              </Button>
            ),
            hint: words.text("incentive.promotion.hint"),
          })}
    >
      {isEmpty ? (
        <EmptyState
          title={words.text("incentive.promotion.empty.title")}
          text={words.text("incentive.promotion.empty.text")}
          actions={[{ label: words.text("incentive.ladder.add"), onClick: begin }]}
        />
      ) : (
        <>
          {candidates.length === 0 ? (
            <p className="quiet">{words.text("incentive.promotion.nobody")}</p>
          ) : (
            <CandidateTable candidates={candidates} onOpen={(one) => open(one.key)} />
          )}
          <Ladder source={source} onOpen={open} />
        </>
      )}
      {decisions.length > 0 && (
        <section className="reward-part" aria-labelledby="decisions-title">
          <h2 id="decisions-title">{words.text("incentive.decision.title")}</h2>
          <DataTable<Promotion>
            label={words.text("incentive.decision.title")}
            rows={decisions}
            rowKey={(one) => one.id}
            columns={decisionColumns(words, source)}
            onOpen={(one) => open(one.id)}
            exportName={words.text("incentive.decision.title")}
          />
        </section>
      )}
      <PromotionDrawers source={source} draft={draft} onDraftClose={() => setDraft(null)} />
    </Page>
  );
}

/** What the address opens: a candidate, a decision or a step; or a step that is being written. */
function PromotionDrawers(props: {
  readonly source: PromotionSource & RewardSource;
  readonly draft: LadderStep | null;
  onDraftClose(): void;
}) {
  const { source, draft } = props;
  const [id, open] = useOpenRecord("promotion");
  const candidates = useMemo(() => promotionCandidates(source, source.today), [source]);
  if (draft) return <LadderDrawer key={draft.id} source={source} step={draft} onClose={props.onDraftClose} />;
  if (id === null) return null;
  const close = () => open(null);
  const step = source.rows.ladderSteps.get(id);
  if (step) return <LadderDrawer key={id} source={source} step={step} onClose={close} />;
  const decision = source.rows.promotions.get(id);
  if (decision) return <DecisionRecord source={source} decision={decision} onClose={close} />;
  const candidate = candidates.find((one) => one.key === id);
  return candidate ? (
    <PromotionDrawer key={id} source={source} candidate={candidate} onClose={close} />
  ) : null;
}

function Ladder({ source, onOpen }: { readonly source: PromotionSource; onOpen(id: string): void }) {
  const words = useWords();
  return (
    <section className="reward-part" aria-labelledby="ladder-title">
      <h2 id="ladder-title">{words.text("incentive.ladder.title")}</h2>
      <ul className="ladder">
        {inOrder(source.rows.ladderSteps).map((step) => (
          <li key={step.id}>
            <div>
              <p>
                <strong>{stepText(words, step)}</strong>{" "}
                <span className="quiet">
                  {words.text("incentive.ladder.of", {
                    group: groupText(words, source, step),
                    grade: message(`team.grade.${step.toGrade}`),
                  })}
                </span>
              </p>
              <p className="quiet">
                {step.criteria.length === 0
                  ? words.text("incentive.ladder.no-criteria")
                  : step.criteria.map((one) => words.say(criterionLabel(source, one))).join(" · ")}
              </p>
            </div>
            <Button
              kind="link"
              label={`${words.text("base.edit")} ${stepText(words, step)}`}
              onClick={() => onOpen(step.id)}
            >
              {words.text("base.edit")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stepText(words: Words, { fromTitle, toTitle }: LadderStep): string {
  return words.text("incentive.ladder.step", { from: fromTitle, to: toTitle });
}

function groupText(words: Words, { rows }: PromotionSource, { groupId }: LadderStep): string {
  if (groupId === undefined) return words.text("incentive.ladder.every-group");
  const group = rows.groups.get(groupId);
  return group ? words.name(group.name) : words.text("incentive.criterion.gone");
}

function emptyStep({ rows }: PromotionSource): LadderStep {
  return {
    id: currentPlatform().newId(),
    fromTitle: "",
    toTitle: "",
    toGrade: "regular",
    criteria: [],
    order: nextOrder(rows.ladderSteps),
  };
}

function decisionColumns(words: Words, { rows }: PromotionSource): readonly DataColumn<Promotion>[] {
  const title = (key: string) => words.text(`incentive.decision.column.${key}`);
  return [
    { key: "on", title: title("on"), width: 112, text: (one) => one.on },
    {
      key: "member",
      title: title("member"),
      width: 112,
      text: (one) => rows.members.get(one.memberId)?.name ?? one.memberId,
    },
    { key: "step", title: title("step"), width: 280, text: (one) => one.step },
    {
      key: "outcome",
      title: title("outcome"),
      width: 96,
      text: (one) => words.text(`incentive.decision.outcome.${one.outcome}`),
    },
    {
      key: "findings",
      title: title("findings"),
      width: 120,
      align: "end",
      text: (one) => `${one.findings.filter((each) => each.isMet).length} / ${one.findings.length}`,
    },
    { key: "reason", title: title("reason"), width: 350, text: (one) => one.reason },
  ];
}
