import { parseDay } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import { writeTalk } from "../../../core/review/edit-review.ts";
import type { Review } from "../../../core/review/records.ts";
import { useView } from "../../storage/view-store.ts";
import { DayField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AgreedActions } from "./agreed-actions.tsx";
import { MemberPlans } from "./member-plans.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runFromField } from "./use-review.ts";

/** The talk about the review, before the lock or after it: when, what was said, what was agreed, and the day on which the
 * member acknowledged it. */
export function TalkFields(props: ReviewDrawerProps) {
  const { data, view, member } = props;
  const words = useWords();
  const { today } = useView();
  // What was locked has the talk as it was then; what is said since stands in the review.
  const review = data.workspace.rows.reviews.get(`${view.cycle.id}|${member.memberId}`);
  const talk = (review ?? member.review)?.talk;
  const write = (part: Partial<NonNullable<Review["talk"]>>) =>
    runFromField(words, message("review.command.talk", { name: member.name }), ({ rows }) => {
      const now = rows.reviews.get(`${view.cycle.id}|${member.memberId}`)?.talk;
      return writeTalk(rows, {
        cycleId: view.cycle.id,
        memberId: member.memberId,
        today,
        talk: { on: today, text: "", agreed: "", ...now, ...part },
      });
    });
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
      {view.cycle.state === "locked" && <p className="quiet">{words.text("review.talk.after-lock")}</p>}
      <div className="review-days">
        <DayField label={words.text("review.talk.on")} value={talk?.on ?? ""} onCommit={writeDay("on")} />
        <DayField
          label={words.text("review.talk.acknowledged")}
          value={talk?.acknowledgedOn ?? ""}
          onCommit={writeDay("acknowledgedOn")}
        />
      </div>
      <TextField
        multiline
        label={words.text("review.talk.text")}
        value={talk?.text ?? ""}
        onCommit={writeText("text")}
      />
      <TextField
        multiline
        label={words.text("review.talk.agreed")}
        value={talk?.agreed ?? ""}
        onCommit={writeText("agreed")}
      />
      <AgreedActions {...props} />
      <MemberPlans {...props} />
    </section>
  );
}
