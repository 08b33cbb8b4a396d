import type { MemberId } from "../../../core/base/id.ts";
import { PARTS } from "../../../core/review/missing-parts.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { CycleRow } from "./cycle-columns.tsx";

/** What the cycle still lacks, by kind and person; each name opens the review. */
export function MissingList({
  rows,
  onOpen,
}: {
  readonly rows: readonly CycleRow[];
  onOpen(memberId: MemberId): void;
}) {
  const words = useWords();
  const kinds = PARTS.map((part) => ({
    part,
    people: rows.filter(({ missing }) => missing.includes(part)),
  })).filter(({ people }) => people.length > 0);
  return (
    <section className="review-missing" aria-labelledby="review-missing">
      <h3 id="review-missing">{words.text("review.missing")}</h3>
      {kinds.length === 0 ? (
        <p className="tone-ahead">✓ {words.text("review.missing.none")}</p>
      ) : (
        <ul>
          {kinds.map(({ part, people }) => (
            <li key={part}>
              <b className="tone-behind">
                ▼ {words.text(`review.missing.${part}`, { count: people.length })}
              </b>
              {people.map(({ member }) => (
                <Button key={member.memberId} kind="link" onClick={() => onOpen(member.memberId)}>
                  {member.name}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
