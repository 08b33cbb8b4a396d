import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { BuildingLine } from "../../ui/building-line.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { saveAllLetters, saveOneLetter } from "./letter-files.ts";
import type { LetterJob } from "./letter-files.ts";

export type LetterFormat = "docx" | "pdf";

export interface SaveLettersProps {
  readonly period: Period;
  readonly people: readonly MemberId[];
  readonly shown: MemberId | undefined;
  readonly format: LetterFormat;
  readonly locale: Locale;
}

/** The buttons that put letters on disk; while they are written they give way to a line with cancel. */
export function SaveLetters({ period, people, shown, format, locale }: SaveLettersProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [job, setJob] = useState<LetterJob | null>(null);
  const run = async (save: typeof saveOneLetter, ids: readonly MemberId[]) => {
    const started = save({ workspace, today, locale, period, format, people: ids, words });
    setJob(started);
    const saved = await started.done;
    setJob(null);
    if (!saved.ok) notify({ tone: "failure", message: failureOf(saved.error) });
    else if (saved.value) notify({ tone: "done", message: saved.value });
  };
  if (job) {
    const cancel = () => {
      job.cancel();
      setJob(null);
    };
    return <BuildingLine text={words.text("target.letters.building")} onCancel={cancel} />;
  }
  const none = people.length === 0;
  return (
    <>
      <Button
        kind="primary"
        disabled={none}
        {...(none ? { title: words.text("target.letters.choose") } : {})}
        onClick={() => void run(saveAllLetters, people)}
      >
        {words.text("target.letters.save-all", { count: people.length })}
      </Button>
      {shown !== undefined && (
        <Button kind="chip" onClick={() => void run(saveOneLetter, [shown])}>
          {words.text("target.letters.save-one")}
        </Button>
      )}
    </>
  );
}

function failureOf(failure: { readonly kind: "made" | "written"; readonly reason: string }): Message {
  return failure.kind === "written"
    ? failureMessage(failure.reason)
    : message("target.letters.failed", { reason: failure.reason });
}
