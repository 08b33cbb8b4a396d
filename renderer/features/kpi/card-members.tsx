import type { MemberId } from "../../../core/base/id.ts";
import type { Period } from "../../../core/base/period.ts";
import type { ReviewSources } from "../../../core/review/cycle-view.ts";
import { scoreCard } from "../../../core/review/score-card.ts";
import type { CardSubject, ScoreCard } from "../../../core/review/score-card.ts";
import { mates } from "../../../core/review/score-trend.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

interface MemberRow {
  readonly id: MemberId;
  readonly name: string;
  readonly card: ScoreCard;
}

/** The members of a group or the team in the manager's order, without places; each leads to their own scorecard. */
export function CardMembers(props: {
  readonly sources: ReviewSources;
  readonly subject: CardSubject;
  readonly period: Period;
}) {
  const { sources, subject, period } = props;
  const words = useWords();
  const rows = mates(sources, subject, period).map((id): MemberRow => ({
    id,
    name: sources.context.rows.members.get(id)?.name ?? id,
    card: scoreCard(sources, { kind: "member", id }, period),
  }));
  const title = words.text("kpi.card.members");
  return (
    <section className="kpi-card-members" aria-labelledby="kpi-card-members">
      <h3 id="kpi-card-members">{title}</h3>
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => goTo(placeHref("kpi", `cards/member:${row.id}`))}
        exportName={title}
        columns={[
          {
            key: "name",
            title: words.text("review.scores.column.name"),
            width: 176,
            text: (row) => row.name,
          },
          {
            key: "total",
            title: words.text("review.scores.column.total"),
            width: 128,
            align: "end",
            text: (row) => words.quantity({ unit: "score", value: row.card.total }),
            sortValue: (row) => row.card.total ?? Number.NEGATIVE_INFINITY,
            exportValue: (row) => row.card.total,
            render: (row) => (
              <Figure quantity={{ unit: "score", value: row.card.total }} explain={row.card.explain} />
            ),
          },
          {
            key: "level",
            title: words.text("review.scores.column.level"),
            width: 96,
            align: "center",
            text: (row) => row.card.level?.name ?? words.text("base.none"),
          },
          {
            key: "missing",
            title: words.text("review.scores.column.missing"),
            width: 400,
            text: (row) =>
              row.card.lines
                .filter(({ score }) => score === null)
                .map(({ name }) => words.name(name))
                .join(words.text("review.list.comma")) || words.text("base.none"),
          },
        ]}
      />
    </section>
  );
}
