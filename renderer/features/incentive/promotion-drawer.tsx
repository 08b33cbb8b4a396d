import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { CriterionCheck } from "../../../core/incentive/promotion/check-criterion.ts";
import { decidePromotion } from "../../../core/incentive/promotion/decide-promotion.ts";
import type { PromotionCandidate } from "../../../core/incentive/promotion/promotion-candidates.ts";
import type { Promotion } from "../../../core/incentive/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { FormProblem } from "./reward-fields.tsx";
import type { RewardSource } from "./reward-source.ts";
import { runForm } from "./run-form.ts";
import type { FormProblems } from "./run-form.ts";

const OUTCOMES = ["promoted", "deferred", "declined"] as const;
const LINE_LENGTH = 200;

/** A member before a step: each criterion with its figure, and the decision. */
export function PromotionDrawer(props: {
  readonly source: RewardSource;
  readonly candidate: PromotionCandidate;
  onClose(): void;
}) {
  const { source, candidate, onClose } = props;
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { member, step, checks } = candidate;
  const [outcome, setOutcome] = useState<Promotion["outcome"]>(candidate.isReady ? "promoted" : "deferred");
  const [on, setOn] = useState<Day>(source.today);
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<FormProblems>({});
  const decide = async () => {
    const decision: Promotion = {
      id: currentPlatform().newId(),
      memberId: member.id,
      stepId: step.id,
      step: words
        .text("incentive.ladder.step", { from: step.fromTitle, to: step.toTitle })
        .slice(0, LINE_LENGTH),
      on,
      outcome,
      reason,
      findings: checks.map((check) => frozen(words, check)),
    };
    const params = { name: member.name, outcome: message(`incentive.decision.outcome.${outcome}`) };
    const command = decidePromotion(currentWorkspace().rows, decision);
    const wrong = await runForm({ words, seen }, message("incentive.record.decision", params), command);
    if (wrong === null) onClose();
    else setProblems(wrong);
  };
  return (
    <Drawer
      open
      width={600}
      title={words.text("incentive.promotion.of", { name: member.name, title: step.toTitle })}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void decide()}>
            {words.text("incentive.decision.save")}
          </Button>
          <Button onClick={onClose}>{words.text("base.cancel")}</Button>
        </>
      }
    >
      <Criteria checks={checks} />
      <SelectField<Promotion["outcome"]>
        label={words.text("incentive.decision.column.outcome")}
        value={outcome}
        options={OUTCOMES.map((value) => ({
          value,
          label: words.text(`incentive.decision.outcome.${value}`),
        }))}
        {...(outcome === "promoted" ? { hint: words.text("incentive.decision.promoted.hint") } : {})}
        onCommit={(value) => {
          setOutcome(value);
          return null;
        }}
      />
      <DayField
        label={words.text(`incentive.decision.day.${outcome === "promoted" ? "from" : "on"}`)}
        value={on}
        onCommit={(text) => {
          if (text === "") return words.text("incentive.problem.day");
          setOn(text as Day);
          return null;
        }}
      />
      <TextField
        multiline
        label={words.text("incentive.decision.column.reason")}
        value={reason}
        problem={problems["reason"]}
        onCommit={(text) => {
          setReason(text);
          return null;
        }}
      />
      <FormProblem text={problems["on"] ?? problems["memberId"] ?? problems[""]} />
    </Drawer>
  );
}

function Criteria({ checks }: { readonly checks: readonly CriterionCheck[] }) {
  const words = useWords();
  if (checks.length === 0) return <p className="quiet">{words.text("incentive.ladder.no-criteria")}</p>;
  return (
    <ul className="criteria">
      {checks.map((check, index) => (
        <li key={index}>
          <CriterionMark isMet={check.isMet} />
          <span>{words.say(check.label)}</span>
          <Figure
            quantity={check.value}
            explain={() => check.explain()}
            {...(check.shown ? { text: words.say(check.shown) } : {})}
            {...(check.note ? { reason: words.say(check.note) } : {})}
          />
          {check.note && <small className="quiet">{words.say(check.note)}</small>}
        </li>
      ))}
    </ul>
  );
}

/** Met, not met or not known, by sign and word. */
export function CriterionMark({ isMet }: { readonly isMet: boolean | null }) {
  const words = useWords();
  const state = isMet === null ? "unknown" : isMet ? "met" : "unmet";
  const sign = { met: "✓", unmet: "✕", unknown: "?" }[state];
  return (
    <span className={`criterion-mark ${state}`}>
      <span aria-hidden>{sign}</span> {words.text(`incentive.criterion.state.${state}`)}
    </span>
  );
}

/** A finding as it stands today, in the words of today. */
function frozen(words: Words, check: CriterionCheck): Promotion["findings"][number] {
  const figure = check.shown ? words.say(check.shown) : words.quantity(check.value, "full");
  return { label: words.say(check.label).slice(0, LINE_LENGTH), figure, isMet: check.isMet };
}
