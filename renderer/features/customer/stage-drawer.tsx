import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { editStage } from "../../../core/customer/edit-stages.ts";
import type { StageEdit, StageOutcome } from "../../../core/customer/edit-stages.ts";
import { certainty } from "../../../core/customer/import/stage-rules.ts";
import type { Deal, Stage } from "../../../core/customer/records.ts";
import type { StageLine } from "../../../core/customer/stage-lines.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { stageLanguage } from "./book-commands.ts";

const CATEGORIES: readonly Deal["category"][] = ["open", "won", "lost", "void"];

/** One stage of a source: what it means, and what a change would do to the deals that stand in it. */
export function StageDrawer({ line, onClose }: { readonly line: StageLine; onClose(): void }) {
  const { stage } = line;
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const workspace = useWorkspace();
  const [edit, setEdit] = useState<StageEdit>(() => ({
    source: stage.source,
    stage: stage.stage,
    category: stage.category,
    probability: percentText(stage.probability),
    normDays: stage.normDays === undefined ? "" : String(stage.normDays),
    column: stage.column ?? "",
    language: stageLanguage(),
  }));
  const outcome = useMemo(() => editStage(workspace, edit), [workspace, edit]);
  const problemOf = (field: string) => {
    const found = outcome.ok ? undefined : outcome.error.find((problem) => problem.field === field);
    return found === undefined ? undefined : words.say(found.message);
  };
  const change = (part: Partial<StageEdit>) => {
    setEdit((now) => ({ ...now, ...part }));
    return null;
  };
  const field = (key: "probability" | "normDays" | "column", label: string, hint?: string) => (
    <TextField
      label={words.text(label)}
      {...(hint === undefined ? {} : { hint: words.text(hint) })}
      value={edit[key]}
      problem={problemOf(key)}
      onType={(text) => void change({ [key]: text })}
      onCommit={(text) => change({ [key]: text })}
    />
  );
  const save = async () => {
    if (!outcome.ok) return;
    const label = message("customer.stages.edited", { stage: stage.stage });
    const saved = await runCommand(label, { command: ok(outcome.value.changes), seen });
    if (saved.ok) onClose();
  };
  return (
    <Drawer
      open
      title={words.text("customer.stages.title", {
        source: words.text(`customer.source.${stage.source}`),
        stage: stage.stage,
      })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.text("base.cancel")}</Button>
          <Button
            kind="primary"
            disabled={!outcome.ok || outcome.value.changes.length === 0}
            onClick={() => void save()}
          >
            {words.text("base.save")}
          </Button>
        </>
      }
    >
      <SelectField
        label={words.text("customer.stages.category")}
        value={edit.category as string}
        options={CATEGORIES.map((value) => ({ value, label: words.text(`customer.category.${value}`) }))}
        onCommit={(value) => change(withCategory(stage, value as Deal["category"]))}
      />
      {field("probability", "customer.stages.chance", "customer.stages.chance-hint")}
      {field("normDays", "customer.stages.norm-days", "customer.stages.norm-days-hint")}
      {field("column", "customer.stages.column", "customer.stages.column-hint")}
      <p className="stages-preview" role="status">
        {outcome.ok && previewText(words, outcome.value)}
      </p>
    </Drawer>
  );
}

/** Another meaning brings its certainty along: a stage that is won is not won at 10 %. */
function withCategory(stage: Stage, category: Deal["category"]): Partial<StageEdit> {
  const chance = category === stage.category ? stage.probability : certainty(category);
  return { category, probability: percentText(chance) };
}

function percentText(chance: Stage["probability"]): string {
  return chance === undefined ? "" : `${chance / 10_000}%`;
}

type Words = ReturnType<typeof useWords>;

function previewText(words: Words, outcome: StageOutcome): string {
  const { moved, weighed, kept } = outcome;
  const money = (value: StageOutcome["movedAmount"]) => words.quantity({ unit: "money", value });
  const said = [
    moved > 0 && words.text("customer.stages.moved", { count: moved, amount: money(outcome.movedAmount) }),
    weighed > 0 &&
      words.text("customer.stages.weighed", {
        count: weighed,
        before: money(outcome.weightBefore),
        after: money(outcome.weightAfter),
      }),
    kept > 0 && words.text("customer.stages.kept", { count: kept }),
  ].filter((part) => part !== false);
  if (said.length > 0) return said.join(words.locale === "en" ? " " : "");
  return outcome.changes.length === 0 ? "" : words.text("customer.stages.no-deal");
}
