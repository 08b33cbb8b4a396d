import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import { removeRecognition, saveRecognition } from "../../../core/incentive/recognition/edit-recognitions.ts";
import { readRewardMoney } from "../../../core/incentive/recognition/read-reward-money.ts";
import type { Recognition } from "../../../core/incentive/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { FormFoot, FormProblem, moneyText, peopleOptions } from "./reward-fields.tsx";
import type { RewardSource } from "./reward-source.ts";
import { runForm } from "./run-form.ts";
import type { FormProblems } from "./run-form.ts";

const KINDS = ["star", "badge", "thanks"] as const;

interface DrawerProps {
  readonly source: RewardSource;
  readonly recognition: Recognition;
  onClose(): void;
}

/** One recognition: new, or as it was written. */
export function RecognitionDrawer({ source, recognition, onClose }: DrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const { rows, settings } = source;
  const [draft, setDraft] = useState(recognition);
  const [cost, setCost] = useState(moneyText(recognition.cost, settings));
  const [problems, setProblems] = useState<FormProblems>({});
  const isKept = rows.recognitions.has(recognition.id);
  const take = (fields: Partial<Recognition>) => {
    setDraft((now) => ({ ...now, ...fields }));
    return null;
  };
  const name = rows.members.get(draft.memberId)?.name ?? "";
  const params = { kind: message(`incentive.recognition.kind.${draft.kind}`), name };
  const save = async () => {
    const amount = readRewardMoney(cost, settings.currency);
    if (!amount.ok) return setProblems({ cost: words.say(amount.error) });
    const { cost: _, ...rest } = draft;
    const next = amount.value === null ? rest : { ...rest, cost: amount.value };
    const label = message(`incentive.record.recognition-${isKept ? "edit" : "add"}`, params);
    const wrong = await runForm({ words, seen }, label, saveRecognition(currentWorkspace().rows, next));
    if (wrong === null) return onClose();
    return setProblems(wrong);
  };
  const remove = async () => {
    onClose();
    const command = removeRecognition(currentWorkspace().rows, recognition.id);
    await runCommand(message("incentive.record.recognition-remove", params), { command, seen });
  };
  return (
    <Drawer
      open
      title={words.text(`incentive.recognition.${isKept ? "edit" : "add"}`)}
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
      <KindFields source={source} draft={draft} problems={problems} onTake={take} />
      <TextField
        label={words.text("incentive.recognition.column.title")}
        placeholder={words.text("incentive.recognition.title.place")}
        value={draft.title}
        problem={problems["title"]}
        onCommit={(title) => take({ title })}
      />
      <TextField
        multiline
        label={words.text("incentive.recognition.column.reason")}
        placeholder={words.text("incentive.recognition.reason.place")}
        value={draft.reason}
        onCommit={(reason) => take({ reason })}
      />
      <TextField
        label={words.text("incentive.recognition.column.cost")}
        hint={words.text("incentive.recognition.cost.hint")}
        value={cost}
        problem={problems["cost"]}
        suffix={settings.currency}
        onCommit={(text) => {
          setCost(text);
          return null;
        }}
      />
      <FormProblem text={problems[""]} />
    </Drawer>
  );
}

function KindFields(props: {
  readonly source: RewardSource;
  readonly draft: Recognition;
  readonly problems: FormProblems;
  onTake(fields: Partial<Recognition>): null;
}) {
  const { source, draft, problems, onTake } = props;
  const words = useWords();
  const { today, settings, rows } = source;
  const now = periodOf(today, "month", settings.fiscalStart);
  const months = Array.from({ length: 13 }, (_, back) => shiftPeriod(now, -back, settings.fiscalStart).id);
  const monthIds =
    draft.periodId === undefined || months.includes(draft.periodId) ? months : [...months, draft.periodId];
  return (
    <>
      <SelectField<Recognition["kind"]>
        label={words.text("incentive.recognition.kind")}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: words.text(`incentive.recognition.kind.${value}`) }))}
        onCommit={(kind) => onTake({ kind })}
      />
      {draft.kind === "star" && (
        <SelectField
          label={words.text("incentive.star.month")}
          value={(draft.periodId ?? "") as string}
          problem={problems["periodId"]}
          options={[
            { value: "", label: words.text("base.none") },
            ...monthIds.map((id) => ({ value: id as string, label: words.period(id) })),
          ]}
          onCommit={(id) => onTake({ periodId: id as PeriodId })}
        />
      )}
      <SelectField
        label={words.text("incentive.recognition.column.member")}
        value={draft.memberId as string}
        problem={problems["memberId"]}
        options={[
          { value: "", label: words.text("incentive.choose") },
          ...peopleOptions(rows.members, { today, named: draft.memberId }),
        ]}
        onCommit={(id) => onTake({ memberId: id as MemberId })}
      />
      <DayField
        label={words.text("incentive.recognition.column.on")}
        value={draft.on}
        onCommit={(on) => (on === "" ? words.text("incentive.problem.day") : onTake({ on: on as Day }))}
      />
    </>
  );
}
