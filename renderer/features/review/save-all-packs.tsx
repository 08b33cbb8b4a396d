import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import type { Period } from "../../../core/base/period.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import type { Words } from "../../../core/words/words.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PACK_FORMATS, packName, packOrder } from "./pack-files.ts";
import type { PackFormat } from "./pack-files.ts";

export interface SaveAllPacksProps {
  readonly period: Period;
  readonly people: readonly MemberId[];
  /** Sections, pay and mask as they are chosen for the pack on screen. */
  readonly choice: PackChoice;
  readonly packWords: Words;
}

/** The team's pack and one for each member in one go; while they are made a line says how far it is and lets it be stopped. */
export function SaveAllPacks({ period, people, choice, packWords }: SaveAllPacksProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const [format, setFormat] = useState<PackFormat>("pdf");
  const { running, save } = useSavePapers();
  const choices: readonly PackChoice[] = [
    { ...choice, subject: { kind: "team" } },
    ...people.map((id): PackChoice => ({ ...choice, subject: { kind: "member", id } })),
  ];
  const saveAll = () =>
    save({
      ...packOrder(workspace, { period, choices, format, words: packWords }),
      folder: packName(workspace, choices[0]!, { period, words: packWords }),
    });
  return (
    <section className="review-all" aria-label={words.text("review.all.title")}>
      <h2>{words.text("review.all.title")}</h2>
      {running ? (
        <SavingLine running={running} />
      ) : (
        <>
          <p>{words.text("review.all.hint", { count: people.length })}</p>
          <Choice<PackFormat>
            label={words.text("review.all.format")}
            value={format}
            options={PACK_FORMATS.map((value) => ({
              value,
              label: words.text(`review.all.format.${value}`),
            }))}
            onChange={setFormat}
          />
          <Button kind="chip" onClick={() => void saveAll()}>
            {words.text("review.all.save", { count: choices.length })}
          </Button>
        </>
      )}
    </section>
  );
}
