import type { Explanation } from "../../../core/base/explain.ts";
import { memberScore } from "../../../core/review/cycle-view.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { placeText } from "./cycle-columns.tsx";
import { listed } from "./listed.ts";
import type { ReviewDrawerProps } from "./review-drawer.tsx";
import { coefficientOf, lackKey, pointsText } from "./score-columns.tsx";
import { ScoreLines } from "./score-lines.tsx";

/** What a review rests on: the total with its level, and the KPIs that it is made of. Of a locked one as it was kept. */
export function ReviewTotal(props: ReviewDrawerProps & { explain?(): Explanation }) {
  const { data, view, member, explain } = props;
  const words = useWords();
  const lack = member.lines.filter((line) => line.score === null).map((line) => words.name(line.name));
  const now = view.snapshot ? [] : memberScore(data.sources, data.period, member.memberId).card.lines;
  const nowById = new Map(now.map((line) => [line.kpi.id, line]));
  return (
    <>
      <p className="review-total">
        <Figure
          quantity={{ unit: "score", value: member.total }}
          size="headline"
          {...(explain ? { explain } : {})}
        />
        <span>{member.level?.name}</span>
        <small>{words.text("review.form.coefficient", { coefficient: coefficientOf(member.level) })}</small>
        {member.heldPoints !== 0 && (
          <small>{words.text("review.form.points", { points: pointsText(words, member.heldPoints) })}</small>
        )}
        <small>{words.text("review.form.place", { place: placeText(words, member) })}</small>
      </p>
      {lack.length > 0 && (
        <p className="tone-behind">▼ {words.text(lackKey(member.total), { list: listed(words, lack) })}</p>
      )}
      <ScoreLines lines={member.lines.map((line) => ({ ...line, now: nowById.get(line.kpiId) ?? null }))} />
    </>
  );
}
