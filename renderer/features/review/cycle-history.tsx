import { isUntouched } from "../../../core/review/review-snapshot.ts";
import type { ReviewCycle } from "../../../core/review/records.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

/** Each lock with its fingerprint, and why it was opened again. */
export function CycleHistory({ data, cycle }: { readonly data: ReviewData; readonly cycle: ReviewCycle }) {
  const words = useWords();
  const snapshots = Array.from(
    { length: cycle.lockCount },
    (_, at) => data.workspace.rows.reviewSnapshots.get(`${cycle.id}|${at + 1}`) ?? null,
  ).filter((snapshot) => snapshot !== null);
  if (snapshots.length === 0) return null;
  return (
    <section className="review-part" aria-labelledby="review-history">
      <h3 id="review-history">{words.text("review.history")}</h3>
      <ol className="review-history">
        {snapshots.map((snapshot) => {
          const opened = cycle.reopenings.find(({ number }) => number === snapshot.number);
          const isWhole = isUntouched(snapshot);
          return (
            <li key={snapshot.id}>
              <p>
                {words.text("review.history.lock", {
                  number: snapshot.number,
                  day: { day: snapshot.on },
                  count: snapshot.members.length,
                })}{" "}
                <code data-tip={snapshot.hash}>{snapshot.hash.slice(0, 12)}</code>{" "}
                <span className={isWhole ? "tone-ahead" : "tone-at-risk"}>
                  {isWhole ? "✓" : "●"}{" "}
                  {words.text(isWhole ? "review.history.same" : "review.history.changed")}
                </span>
              </p>
              {opened && (
                <p className="quiet">
                  {words.text("review.history.reopened", { day: { day: opened.on }, reason: opened.reason })}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
