import { useState } from "react";
import type { DealId } from "../../../core/base/id.ts";
import type { Problem } from "../../../core/base/result.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import { dealChoices } from "../../../core/customer/record-choices.ts";
import { draftPractice } from "../../../core/meeting/practices/draft-practice.ts";
import { PRACTICE_TEXTS } from "../../../core/meeting/practices/read-practice.ts";
import type { PracticeText, PracticeTexts } from "../../../core/meeting/practices/read-practice.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { factById, rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { draftTexts, saveNewPractice } from "./practice-commands.ts";
import { PracticeFields } from "./practice-fields.tsx";

/** A new practice: empty, or drafted from a deal. Nothing is kept before it is saved. */
export function NewPracticeDrawer({ dealId, onClose }: { readonly dealId: DealId | null; onClose(): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [texts, setTexts] = useState(() => firstTexts(words, workspace, { dealId, today }));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const type = (field: PracticeText, text: string) => {
    setTexts((now) => ({ ...now, [field]: text }));
    setProblems((now) => now.filter((problem) => fieldOf(problem) !== field));
    return null;
  };
  const save = async () => {
    const asked = window.location.hash;
    const saved = await saveNewPractice(texts);
    if (!saved.ok) return setProblems(saved.error);
    // Who has gone on meanwhile is not taken back.
    if (window.location.hash === asked) goTo(placeHref("meeting", "practices", { id: saved.value }));
  };
  const others = problems.filter((problem) => fieldOf(problem) === null);
  const isGone = dealId !== null && factById(workspace, "deals", dealId) === undefined;
  return (
    <Drawer
      open
      width={640}
      title={words.text(dealId === null ? "meeting.practice.new" : "meeting.practice.draft")}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={() => void save()}>
          {words.text("meeting.practice.save")}
        </Button>
      }
    >
      {dealId !== null && (
        <p className="quiet">
          {words.text(isGone ? "meeting.practice.draft.no-deal" : "meeting.practice.draft.hint")}
        </p>
      )}
      {others.map((problem) => (
        <p key={problem.message.key} className="field-problem" role="alert">
          {words.say(problem.message)}
        </p>
      ))}
      <PracticeFields
        isNew
        texts={texts}
        problemOf={(field) => {
          const found = problems.find((problem) => fieldOf(problem) === field);
          return found && words.say(found.message);
        }}
        onType={(field, text) => void type(field, text)}
        onCommit={type}
      />
    </Drawer>
  );
}

/** Under which field a problem stands; the deal is called `dealId` in the record. */
function fieldOf({ field }: Problem): PracticeText | null {
  if (field === "dealId") return "deal";
  return PRACTICE_TEXTS.find((one) => one === field) ?? null;
}

function firstTexts(
  words: Words,
  workspace: Workspace,
  of: { readonly dealId: DealId | null; readonly today: PracticeTexts["on"] },
): PracticeTexts {
  const empty = Object.fromEntries(PRACTICE_TEXTS.map((key) => [key, ""])) as PracticeTexts;
  const deal = of.dealId === null ? undefined : factById(workspace, "deals", of.dealId);
  if (!deal) return { ...empty, on: of.today };
  const context = kpiContext(workspace, of.today as never);
  const draft = draftPractice(context, deal, ownerIndex(rowsOf(workspace, "members")));
  const called = dealChoices(workspace.facts.deals).labelById.get(deal.id) ?? "";
  return { ...draftTexts(words, draft), deal: called, on: of.today };
}
