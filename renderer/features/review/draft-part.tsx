import { useMemo } from "react";
import { message } from "../../../core/base/message.ts";
import { draftOf, withSentence } from "../../../core/review/draft.ts";
import { writePart } from "../../../core/review/edit-review.ts";
import { recordHref } from "../../platform/record-place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";

/** Sentences from what is on record, each beside its record: the manager takes what is wanted into the comment, which is
 * only ever added to. */
export function DraftPart({ data, view, member }: ReviewDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const { workspace, sources, period } = data;
  const sentences = useMemo(
    () => draftOf(sources, { rows: workspace.rows, memberId: member.memberId, period }),
    [sources, workspace, member.memberId, period],
  );
  const written = member.review?.manager?.text ?? "";
  const rest = sentences.filter(({ text }) => !written.includes(words.say(text)));
  const take = (texts: readonly string[]) =>
    void runCommand(
      message("review.command.draft", { name: member.name }),
      writePart(workspace.rows, {
        cycleId: view.cycle.id,
        memberId: member.memberId,
        by: "manager",
        on: today,
        edit: { text: texts.reduce(withSentence, written) },
      }),
    );
  return (
    <section className="review-part" aria-labelledby="review-draft">
      <h3 id="review-draft">{words.text("review.draft")}</h3>
      {sentences.length === 0 ? (
        <p className="quiet">{words.text("review.draft.none")}</p>
      ) : (
        <>
          <p className="quiet">{words.text("review.draft.hint")}</p>
          <ul className="review-draft">
            {sentences.map(({ key, tone, text, ref }) => {
              const said = words.say(text);
              const href = recordHref(ref);
              const isTaken = written.includes(said);
              return (
                <li key={key}>
                  <span aria-hidden className={tone === "plus" ? "tone-ahead" : "tone-behind"}>
                    {tone === "plus" ? "▲" : "▼"}
                  </span>
                  <span>{said}</span>
                  {href && (
                    <a href={href} aria-label={words.text("review.draft.source.of", { text: said })}>
                      {words.text("review.draft.source")}
                    </a>
                  )}
                  {isTaken ? (
                    <small>{words.text("review.draft.taken")}</small>
                  ) : (
                    <Button
                      kind="link"
                      label={words.text("review.draft.take.of", { text: said })}
                      onClick={() => take([said])}
                    >
                      {words.text("review.draft.take")}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          {rest.length > 1 && (
            <div>
              <Button onClick={() => take(rest.map(({ text }) => words.say(text)))}>
                {words.text("review.draft.take-all")}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
