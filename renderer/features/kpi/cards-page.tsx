import { useMemo } from "react";
import { parseSubjectKey, subjectKey } from "../../../core/base/id.ts";
import type { Subject } from "../../../core/base/id.ts";
import { FEWEST_TO_COMPARE } from "../../../core/review/calibration.ts";
import type { ReviewSources } from "../../../core/review/cycle-view.ts";
import { cardSubject } from "../../../core/review/score-card.ts";
import type { CardSubject } from "../../../core/review/score-card.ts";
import {
  explainKpiMiddle,
  explainMiddle,
  kpiMiddles,
  mates,
  scoreTrend,
} from "../../../core/review/score-trend.ts";
import type { TrendPoint } from "../../../core/review/score-trend.ts";
import { living } from "../../../core/team/team-rows.ts";
import { reviewSourcesOf } from "../../../core/vault/review-sources.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Chart } from "../../ui/chart.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { cardColumns, medianText } from "./card-columns.tsx";
import { CardMembers } from "./card-members.tsx";
import { useKpiData } from "./kpi-data.ts";
import "./kpi.css";

/** Two years of quarters, eight months or years. */
const STEPS = 8;

/** 记分卡: of the team, a group or a member, with the way here and the mates' median. */
export function CardsPage({ tabs, path }: { readonly tabs: readonly PageTab[]; readonly path: string }) {
  const words = useWords();
  const { context, period } = useKpiData();
  const workspace = useWorkspace();
  const { today } = useView();
  const sources = useMemo(() => reviewSourcesOf(workspace, today), [workspace, today]);
  const options = subjectOptions(words, sources, mates(sources, { kind: "team" }, period));
  const subject = subjectAt(path, options);
  const key = subjectKey(subject);
  const trend = useMemo(
    () => scoreTrend(sources, cardSubject(parseSubjectKey(key)), { period, steps: STEPS }),
    [sources, key, period],
  );
  const label = options.find((one) => one.value === key)?.label ?? "";
  const card = trend.at(-1)!.card;
  const title = words.text("kpi.card.title", { subject: label, period: { period: period.id } });
  const middles = kpiMiddles(sources, subject, period);
  const isOver = period.end <= context.today;
  return (
    <Page
      tabs={tabs}
      activeTab="cards"
      tools={
        <Choice
          label={words.text("kpi.card.of")}
          value={key}
          options={options}
          onChange={(next) => goTo(placeHref("kpi", `cards/${next}`))}
        />
      }
    >
      {card.lines.length === 0 ? (
        <EmptyState
          title={words.text("kpi.card.empty", { subject: label })}
          text={words.text("kpi.card.empty.text")}
          actions={[
            { label: words.text("kpi.card.empty.sets"), onClick: () => goTo(placeHref("kpi", "sets")) },
          ]}
        />
      ) : (
        <>
          <CardHead sources={sources} subject={subject} point={trend.at(-1)!} title={title} />
          <DataTable
            label={title}
            rows={card.lines}
            rowKey={(line) => line.kpiId}
            columns={cardColumns({
              words,
              trend,
              middles,
              isOver,
              explainMiddle: (kpiId) => explainKpiMiddle(sources, subject, { period, kpiId }),
            })}
            exportName={title}
          />
          {trend.some(({ card: { total } }) => total !== null) && <TrendChart label={label} trend={trend} />}
          {subject.kind !== "member" && <CardMembers sources={sources} subject={subject} period={period} />}
        </>
      )}
    </Page>
  );
}

function CardHead(props: {
  readonly sources: ReviewSources;
  readonly subject: CardSubject;
  readonly point: TrendPoint;
  readonly title: string;
}) {
  const { sources, subject, title } = props;
  const { card, middle, period } = props.point;
  const words = useWords();
  const isOver = period.end <= sources.context.today;
  const lacking = card.lines.filter(({ score }) => score === null).map(({ name }) => words.name(name));
  const isShared = subject.kind !== "member";
  return (
    <section className="kpi-card-head" aria-label={title}>
      <h2>{title}</h2>
      <p className="kpi-card-total">
        <Figure quantity={{ unit: "score", value: card.total }} size="headline" explain={card.explain} />
        <b>{isOver ? card.level?.name : words.text("kpi.card.running")}</b>
        {card.heldPoints !== 0 && (
          <span>
            {words.text(`kpi.card.points.${card.heldPoints > 0 ? "bonus" : "penalty"}`, {
              points: { unit: "score", value: Math.abs(card.heldPoints) },
            })}
          </span>
        )}
        <span>
          {words.text(isShared ? "kpi.card.median.members" : "kpi.card.median.group")}{" "}
          <Figure
            quantity={{ unit: "score", value: middle.median }}
            text={medianText(words, middle)}
            explain={() => explainMiddle(sources, subject, period)}
          />
        </span>
        {!isShared && card.total !== null && middle.median !== null && (
          <span>{differenceText(words, card.total - middle.median)}</span>
        )}
      </p>
      {card.kept && (
        <p className="quiet">
          {words.text("review.note.locked", { day: { day: card.kept.on }, number: card.kept.number })}
        </p>
      )}
      {middle.n > 0 && middle.n < FEWEST_TO_COMPARE && (
        <p className="quiet">{words.text("kpi.card.few", { n: middle.n, fewest: FEWEST_TO_COMPARE })}</p>
      )}
      {lacking.length > 0 && (
        <p className="tone-behind">
          ▼{" "}
          {words.text(card.total === null ? "review.points.none" : "review.points.missing", {
            list: lacking.join(words.text("review.list.comma")),
          })}
        </p>
      )}
    </section>
  );
}

function TrendChart(props: { readonly label: string; readonly trend: readonly TrendPoint[] }) {
  const { label, trend } = props;
  const words = useWords();
  const title = words.text("kpi.card.trend", { subject: label });
  return (
    <Chart
      title={title}
      kind="line"
      labels={trend.map(({ period }) => words.period(period.id))}
      series={[
        { label, values: trend.map(({ card }) => card.total) },
        {
          label: words.text("kpi.card.trend.median"),
          values: trend.map(({ middle }) => middle.median),
          dashed: true,
          tone: "on-pace",
        },
      ]}
      quantity={(value) => ({ unit: "score", value })}
      n={trend.at(-1)!.middle.n}
      height={220}
      exportName={title}
    />
  );
}

function differenceText(words: Words, difference: number): string {
  const value = { unit: "score", value: Math.abs(difference) } as const;
  if (words.quantity(value) === words.quantity({ unit: "score", value: 0 })) {
    return words.text("kpi.card.difference.same");
  }
  return words.text(`kpi.card.difference.${difference > 0 ? "above" : "below"}`, { difference: value });
}

function subjectOptions(
  words: Words,
  { context }: ReviewSources,
  memberIds: ReturnType<typeof mates>,
): readonly { readonly value: string; readonly label: string }[] {
  const { groups, members } = context.rows;
  const option = (subject: Subject, label: string) => ({ value: subjectKey(subject), label });
  return [
    option({ kind: "team" }, words.text("base.team")),
    ...living(groups).map(({ id, name }) => option({ kind: "group", id }, words.name(name))),
    ...memberIds.map((id) => option({ kind: "member", id }, members.get(id)?.name ?? id)),
  ];
}

/** Whom the address names, if they are among those who can be chosen; else the team. */
function subjectAt(path: string, options: ReturnType<typeof subjectOptions>): CardSubject {
  const key = decodeURIComponent(path.split("/")[1] ?? "");
  return options.some(({ value }) => value === key) ? cardSubject(parseSubjectKey(key)) : { kind: "team" };
}
