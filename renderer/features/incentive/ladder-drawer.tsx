import { useState } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { removeLadderStep, saveLadderStep } from "../../../core/incentive/promotion/edit-ladder.ts";
import type { PromotionSource } from "../../../core/incentive/promotion/promotion-source.ts";
import { criterionText, readCriterion } from "../../../core/incentive/promotion/read-criterion.ts";
import type { CriterionText } from "../../../core/incentive/promotion/read-criterion.ts";
import type { Criterion, LadderStep } from "../../../core/incentive/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CriterionFields } from "./criterion-fields.tsx";
import { FormFoot, FormProblem } from "./reward-fields.tsx";
import type { RewardSource } from "./reward-source.ts";
import { runForm } from "./run-form.ts";
import type { FormProblems } from "./run-form.ts";

const GRADES = ["junior", "regular", "senior"] as const;

interface DrawerProps {
  readonly source: PromotionSource & RewardSource;
  readonly step: LadderStep;
  onClose(): void;
}

/** A step of a ladder: titles, group, and what must be fulfilled. */
export function LadderDrawer({ source, step, onClose }: DrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { rows, settings } = source;
  const reading = { kpis: rows.kpis, currency: settings.currency };
  const [draft, setDraft] = useState(step);
  const [texts, setTexts] = useState<readonly CriterionText[]>(
    step.criteria.map((one) => criterionText(one, reading)),
  );
  const [problems, setProblems] = useState<FormProblems>({});
  const isKept = rows.ladderSteps.has(step.id);
  const params = { from: draft.fromTitle, to: draft.toTitle };
  const save = async () => {
    const criteria: Criterion[] = [];
    const found: Record<string, string> = {};
    for (const [index, text] of texts.entries()) {
      const read = readCriterion(text, reading);
      if (read.ok) criteria.push(read.value);
      else for (const one of read.error) found[`${index}:${one.field}`] = words.say(one.message);
    }
    if (Object.keys(found).length > 0) return setProblems(found);
    const command = saveLadderStep(currentWorkspace().rows.ladderSteps, { ...draft, criteria });
    const label = message(`incentive.record.step-${isKept ? "edit" : "add"}`, params);
    const wrong = await runForm({ words, seen }, label, command);
    if (wrong === null) return onClose();
    return setProblems(wrong);
  };
  const remove = async () => {
    onClose();
    const label = message("incentive.record.step-remove", params);
    const command = removeLadderStep(currentWorkspace().rows.ladderSteps, step.id);
    await runCommand(label, { command, seen });
  };
  return (
    <Drawer
      open
      width={620}
      title={words.text(`incentive.ladder.${isKept ? "edit" : "add"}`)}
      onClose={onClose}
      footer={
        <FormFoot
          saveLabel={words.text("base.save")}
          onSave={() => void save()}
          onClose={onClose}
          {...(isKept ? { onRemove: () => void remove() } : {})}
        />
      }
    >
      <StepFields
        source={source}
        draft={draft}
        problems={problems}
        onTake={(fields) => setDraft((now) => ({ ...now, ...fields }))}
      />
      <h3 className="reward-head">{words.text("incentive.ladder.criteria")}</h3>
      {texts.length === 0 && <p className="quiet">{words.text("incentive.ladder.no-criteria")}</p>}
      {texts.map((text, index) => (
        <CriterionFields
          key={index}
          source={source}
          text={text}
          problemOf={(field) => problems[`${index}:${field}`]}
          onTake={(fields) => setTexts((now) => now.with(index, { ...now[index]!, ...fields }))}
          onRemove={() => setTexts((now) => now.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button
          onClick={() => setTexts((now) => [...now, { kind: "kpi", ofId: "", atLeast: "", periods: "3" }])}
        >
          {words.text("incentive.ladder.criterion.add")}
        </Button>
      </div>
      <FormProblem text={problems[""]} />
    </Drawer>
  );
}

function StepFields(props: {
  readonly source: PromotionSource;
  readonly draft: LadderStep;
  readonly problems: FormProblems;
  onTake(fields: Partial<LadderStep>): void;
}) {
  const { source, draft, problems } = props;
  const words = useWords();
  const titles = [...new Set([...source.rows.memberships.values()].map((one) => one.title))].filter(Boolean);
  const take = (fields: Partial<LadderStep>) => {
    props.onTake(fields);
    return null;
  };
  return (
    <>
      <TextField
        label={words.text("incentive.ladder.from")}
        hint={words.text("incentive.ladder.from.hint")}
        value={draft.fromTitle}
        problem={problems["fromTitle"]}
        suggest={() => titles}
        onCommit={(fromTitle) => take({ fromTitle })}
      />
      <TextField
        label={words.text("incentive.ladder.to")}
        value={draft.toTitle}
        problem={problems["toTitle"]}
        suggest={() => titles}
        onCommit={(toTitle) => take({ toTitle })}
      />
      <SelectField<LadderStep["toGrade"]>
        label={words.text("incentive.ladder.grade")}
        value={draft.toGrade}
        options={GRADES.map((value) => ({ value, label: words.text(`team.grade.${value}`) }))}
        onCommit={(toGrade) => take({ toGrade })}
      />
      <SelectField
        label={words.text("team.field.group")}
        value={(draft.groupId ?? "") as string}
        options={[
          { value: "", label: words.text("incentive.ladder.every-group") },
          ...living(source.rows.groups).map((group) => ({
            value: group.id as string,
            label: words.name(group.name),
          })),
        ]}
        onCommit={(id) => take({ groupId: id === "" ? undefined : (id as GroupId) })}
      />
    </>
  );
}
