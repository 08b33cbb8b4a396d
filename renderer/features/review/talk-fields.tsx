import { parseDay } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { writeTalk } from "../../../core/review/edit-review.ts";
import type { Review } from "../../../core/review/records.ts";
import { useView } from "../../storage/view-store.ts";
import { DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runFromField } from "./use-review.ts";

/** The talk about the review: when, what was said, what was agreed, and the day on which the member acknowledged it. */
export function TalkFields({ view, member }: ReviewDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const disabled = view.cycle.state === "locked";
  const talk = member.review?.talk;
  const write = (part: Partial<NonNullable<Review["talk"]>>) =>
    runFromField(words, message("review.command.talk", { name: member.name }), ({ rows }) =>
      writeTalk(rows, {
        cycleId: view.cycle.id,
        memberId: member.memberId,
        talk: { on: today, text: "", agreed: "", ...talk, ...part },
      }),
    );
  const writeDay = (field: "on" | "acknowledgedOn") => (text: string) => {
    const on = parseDay(text);
    if (on !== null) return write({ [field]: on });
    if (text === "" && field === "acknowledgedOn") return write({ acknowledgedOn: undefined });
    return words.text("review.problem.day");
  };
  const writeText = (field: "text" | "agreed") => (text: string) =>
    text === (talk?.[field] ?? "") ? null : write({ [field]: text });
  return (
    <section className="review-part" aria-labelledby="review-talk">
      <h3 id="review-talk">{words.text("review.talk")}</h3>
      <TextField
        multiline
        label={words.text("review.talk.text")}
        disabled={disabled}
        value={talk?.text ?? ""}
        onCommit={writeText("text")}
      />
      <TextField
        multiline
        label={words.text("review.talk.agreed")}
        disabled={disabled}
        value={talk?.agreed ?? ""}
        onCommit={writeText("agreed")}
      />
      <div className="review-days">
        <DayField
          label={words.text("review.talk.on")}
          disabled={disabled}
          value={talk?.on ?? ""}
          onCommit={writeDay("on")}
        />
        <DayField
          label={words.text("review.talk.acknowledged")}
          disabled={disabled}
          value={talk?.acknowledgedOn ?? ""}
          onCommit={writeDay("acknowledgedOn")}
        />
      </div>
    </section>
  );
}
