import type { MemberId } from "../../../core/base/id.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

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
  const { members } = useWorkspace().rows;
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const ofPeriod = { period: period.id as string };
  const orderOf = (ids: readonly MemberId[]) => ({
    papers: ids.map((memberId) => ({ kind: "letter", period, memberId }) as const),
    names: ids.map((id) =>
      words.text("target.letter.file", { name: members.get(id)?.name ?? id, ...ofPeriod }),
    ),
    format,
    locale,
  });
  const none = people.length === 0;
  return (
    <>
      <Button
        kind="primary"
        disabled={none}
        {...(none ? { title: words.text("target.letters.choose") } : {})}
        onClick={() =>
          void save({ ...orderOf(people), folder: words.text("target.letter.folder", ofPeriod) })
        }
      >
        {words.text("target.letters.save-all", { count: people.length })}
      </Button>
      {shown !== undefined && (
        <Button kind="chip" onClick={() => void save(orderOf([shown]))}>
          {words.text("target.letters.save-one")}
        </Button>
      )}
    </>
  );
}
