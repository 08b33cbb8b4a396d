import { useId } from "react";
import { message } from "../../../core/base/message.ts";
import { partOf, writePart } from "../../../core/review/edit-review.ts";
import type { PartBy, PartEdit } from "../../../core/review/edit-review.ts";
import { useView } from "../../storage/view-store.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runFromField } from "./use-review.ts";

const RATINGS = ["", "1", "2", "3", "4", "5"] as const;

/** The words and ratings of one person about a member. */
export function PartFields({ data, view, member, by }: ReviewDrawerProps & { readonly by: PartBy }) {
  const words = useWords();
  const { today } = useView();
  const id = useId();
  const { cycle } = view;
  const isLocked = cycle.state === "locked";
  const part = partOf(member.review, by);
  const competencies = view.snapshot?.competencies ?? cycle.competencies;
  const title =
    typeof by === "string"
      ? words.text(`review.part.${by}`)
      : words.text("review.part.peer", { name: data.workspace.rows.members.get(by.peer)?.name ?? by.peer });
  const write = (edit: PartEdit) =>
    runFromField(words, message("review.command.part", { name: member.name, part: title }), ({ rows }) =>
      writePart(rows, {
        cycleId: cycle.id,
        memberId: member.memberId,
        by,
        on: today,
        edit,
      }),
    );
  return (
    <section className="review-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {part?.file !== undefined && (
        <p className="quiet">
          {words.text("review.part.from-file", { file: part.file, day: { day: part.on } })}
        </p>
      )}
      <div className="review-ratings">
        {competencies.map((competency) => (
          <SelectField
            key={competency.id}
            label={words.name(competency.name)}
            disabled={isLocked}
            value={ratingOf(part?.ratings[competency.id])}
            options={RATINGS.map((value) => ({
              value,
              label: value === "" ? words.text("base.none") : words.text(`review.rating.${value}`),
            }))}
            onCommit={(value) => write({ ratings: { [competency.id]: value === "" ? null : Number(value) } })}
          />
        ))}
      </div>
      <TextField
        multiline
        label={words.text("review.part.text")}
        disabled={isLocked}
        value={part?.text ?? ""}
        onCommit={(text) => (text === (part?.text ?? "") ? null : write({ text }))}
      />
    </section>
  );
}

function ratingOf(rating: number | undefined): (typeof RATINGS)[number] {
  return RATINGS.find((value) => value === String(rating)) ?? "";
}
