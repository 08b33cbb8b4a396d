import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import type { Period } from "../../../core/base/period.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { BuildingLine } from "../../ui/building-line.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PACK_FORMATS, saveAllPacks } from "./pack-files.ts";
import type { PackFormat } from "./pack-files.ts";
import { usePackJob } from "./use-pack-job.ts";

export interface SaveAllPacksProps {
  readonly period: Period;
  readonly people: readonly MemberId[];
  /** Sections, pay and mask as they are chosen for the pack on screen. */
  readonly choice: PackChoice;
}

/** The team's pack and one for each member in one go; while they are made a line says how far it is and lets it be stopped. */
export function SaveAllPacks({ period, people, choice }: SaveAllPacksProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const [format, setFormat] = useState<PackFormat>("pdf");
  const { running, run } = usePackJob();
  const choices: readonly PackChoice[] = [
    { ...choice, subject: { kind: "team" } },
    ...people.map((id): PackChoice => ({ ...choice, subject: { kind: "member", id } })),
  ];
  const order = { workspace, today, locale, period, choices, format, words };
  return (
    <section className="review-all" aria-label={words.text("review.all.title")}>
      <h2>{words.text("review.all.title")}</h2>
      {running ? (
        <BuildingLine
          text={
            running.progress
              ? words.text("review.all.progress", { ...running.progress })
              : words.text("review.room.building")
          }
          onCancel={running.cancel}
        />
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
          <Button kind="chip" onClick={() => run(saveAllPacks, order)}>
            {words.text("review.all.save", { count: choices.length })}
          </Button>
        </>
      )}
    </section>
  );
}
