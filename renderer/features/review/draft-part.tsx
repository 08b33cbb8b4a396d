import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { draftOf, withSentence } from "../../../core/review/draft.ts";
import { writePart } from "../../../core/review/edit-review.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import { recordHref } from "../../platform/record-place.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWordsOf } from "../../ui/use-words-of.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { runInTurn } from "./use-review.ts";

const DRAFT_LOCALES: readonly Locale[] = ["zh-CN", "en"];

/** Sentences from what is on record, each beside its record: the manager takes what is wanted into the comment, which is
 * only ever added to. */
export function DraftPart({ data, view, member }: ReviewDrawerProps) {
  const words = useWords();
  const { today } = useView();
  const [chosen, choose] = useState<Locale | null>(null);
  const draftWords = useWordsOf(chosen ?? words.locale) ?? words;
  const { workspace, sources, period } = data;
  const sentences = useMemo(
    () => draftOf(sources, { rows: workspace.rows, memberId: member.memberId, period }),
    [sources, workspace, member.memberId, period],
  );
  const written = member.review?.manager?.text ?? "";
  const rest = sentences.filter(({ text }) => !written.includes(draftWords.say(text)));
  // Of the comment as it is in its turn: what was typed just now may still be on its way.
  const take = (texts: readonly string[]) =>
    void runInTurn(message("review.command.draft", { name: member.name }), ({ rows }) => {
      const of = { cycleId: view.cycle.id, memberId: member.memberId };
      const now = rows.reviews.get(`${of.cycleId}|${of.memberId}`)?.manager?.text ?? "";
      const edit = { text: texts.reduce(withSentence, now) };
      return writePart(rows, { ...of, by: "manager", on: today, edit });
    });
  return (
    <section className="review-part" aria-labelledby="review-draft">
      <h3 id="review-draft">{words.text("review.draft")}</h3>
      {sentences.length === 0 ? (
        <p className="quiet">{words.text("review.draft.none")}</p>
      ) : (
        <>
          <p className="quiet">{words.text("review.draft.hint")}</p>
          <Choice
            label={words.text("review.draft.language")}
            value={draftWords.locale}
            options={DRAFT_LOCALES.map((value) => ({
              value,
              label: words.text(`review.draft.language.${value}`),
            }))}
            onChange={(locale) => choose(locale)}
          />
          <ul className="review-draft">
            {sentences.map(({ key, tone, text, ref }) => {
              const said = draftWords.say(text);
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
              <Button onClick={() => take(rest.map(({ text }) => draftWords.say(text)))}>
                {words.text("review.draft.take-all")}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
