import { useMemo, useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import { living } from "../../../core/team/team-rows.ts";
import { LEAST_PEOPLE, trainingEffect } from "../../../core/training/effect/training-effect.ts";
import type { EffectRow, TrainingEffect } from "../../../core/training/effect/training-effect.ts";
import { sessionsByDay } from "../../../core/training/training-rows.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import type { TrainingSession } from "../../../core/training/records.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import type { ExplainedValue } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useTrainingData } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";

const WEEKS = [4, 8, 13] as const;
/** Three months: two whole ones after the session's own are over by then. */
const OVER_DAYS = 92;

/** 效果: a KPI before and after a session, those who attended beside those who did not. */
export function EffectPage() {
  const words = useWords();
  const data = useTrainingData();
  const sessions = sessionsByDay(data.rows.trainingSessions)
    .filter(({ status, courseId }) => status === "held" && data.rows.courses.has(courseId))
    .toReversed();
  if (sessions.length > 0) return <Filled data={data} sessions={sessions} />;
  return (
    <Page tabs={trainingTabs(words)} activeTab="effect">
      <EmptyState
        title={words.text("training.effect.empty.title")}
        text={words.text("training.effect.empty.text")}
        actions={[
          {
            label: words.text("training.effect.empty.go"),
            onClick: () => goTo(placeHref("training", "plan")),
          },
        ]}
      />
    </Page>
  );
}

interface FilledProps {
  readonly data: TrainingData;
  readonly sessions: readonly TrainingSession[];
}

function Filled({ data, sessions }: FilledProps) {
  const words = useWords();
  const [sessionId, setSession] = useState<string | null>(null);
  const [kpiId, setKpi] = useState<string | null>(null);
  const [weeks, setWeeks] = useState<string>("8");
  const session = sessions.find((one) => one.id === sessionId) ?? firstSession(data, sessions);
  const kpis = kpisOf(data, session);
  const kpi = kpis.find((one) => one.id === kpiId) ?? kpis[0];
  const effect = useMemo(
    () =>
      kpi === undefined
        ? null
        : trainingEffect(kpiContext(data.workspace, data.today), data.rows, {
            session,
            kpi,
            weeks: Number(weeks),
          }),
    [data.workspace, data.rows, data.today, session, kpi, weeks],
  );
  const nameOf = ({ courseId, on }: TrainingSession) => {
    const course = data.rows.courses.get(courseId)!;
    return words.text("training.session.title", { course: words.name(course.name), day: { day: on } });
  };
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="effect"
      tools={
        <>
          <Choice
            label={words.text("training.effect.session")}
            quiet
            value={session.id as string}
            options={sessions.map((one) => ({ value: one.id as string, label: nameOf(one) }))}
            onChange={setSession}
          />
          {kpi && (
            <Choice
              label={words.text("training.effect.kpi")}
              value={kpi.id as string}
              options={kpis.map((one) => ({ value: one.id as string, label: words.name(one.name) }))}
              onChange={setKpi}
            />
          )}
          <Choice
            label={words.text("training.effect.weeks")}
            quiet
            value={weeks}
            options={WEEKS.map((count) => ({
              value: String(count),
              label: words.text("training.effect.weeks-n", { count }),
            }))}
            onChange={setWeeks}
          />
        </>
      }
    >
      {effect && kpi && <EffectView effect={effect} kpi={kpi} />}
    </Page>
  );
}

/** The latest session of a course that is meant to move a KPI, where there is one whose weeks after are over. */
function firstSession(data: TrainingData, sessions: readonly TrainingSession[]): TrainingSession {
  const linked = sessions.filter(({ courseId }) => (data.rows.courses.get(courseId)?.kpiIds.length ?? 0) > 0);
  const isOver = linked.find(({ on }) => on <= addDays(data.today, -OVER_DAYS));
  return isOver ?? linked[0] ?? sessions[0]!;
}

/** The KPIs that the course is meant to move first, then all others. */
function kpisOf(data: TrainingData, session: TrainingSession): readonly Kpi[] {
  const meant = data.rows.courses.get(session.courseId)?.kpiIds ?? [];
  return living(data.rows.kpis).toSorted(
    (a, b) => Number(meant.includes(b.id)) - Number(meant.includes(a.id)),
  );
}

function EffectView({ effect, kpi }: { readonly effect: TrainingEffect; readonly kpi: Kpi }) {
  const words = useWords();
  const columns = useMemo(() => effectColumns(words), [words]);
  const { windows, verdict, attended, others } = effect;
  return (
    <>
      <section className="plan-summary effect-summary" aria-label={words.text("training.tab.effect")}>
        <EffectFigure
          label={words.text("training.effect.attended", { count: attended.n })}
          figure={attended}
        />
        <EffectFigure label={words.text("training.effect.others", { count: others.n })} figure={others} />
        <p
          className={
            verdict === "too-few" || verdict === "running" ? "effect-verdict quiet" : "effect-verdict"
          }
        >
          <b>{words.text(`training.verdict.${verdict}`, { kpi: words.name(kpi.name) })}</b>
          <br />
          {words.text(`training.verdict.${verdict}.why`, {
            least: LEAST_PEOPLE,
            attended: attended.n,
            others: others.n,
            day: { day: windows.after.end },
          })}
        </p>
      </section>
      <p className="quiet">
        {words.text(`training.effect.windows.${windows.unit}`, {
          count: windows.count,
          before: { day: windows.before.start },
          after: { day: windows.after.end },
        })}
      </p>
      <DataTable
        label={words.text("training.effect.table")}
        rows={effect.rows}
        rowKey={(row) => row.member.id}
        columns={columns}
        exportName={words.text("training.effect.table")}
        height="calc(100dvh - 390px)"
      />
    </>
  );
}

function EffectFigure({ label, figure }: { readonly label: string; readonly figure: ExplainedValue }) {
  return (
    <div className="plan-figure">
      <small>{label}</small>
      <ExplainedFigure of={figure} size="headline" />
    </div>
  );
}

function effectColumns(words: Words): readonly DataColumn<EffectRow>[] {
  const figure = (key: "before" | "after" | "change"): DataColumn<EffectRow> => ({
    key,
    title: words.text(`training.effect.${key}`),
    width: 150,
    align: "end",
    text: (row) => words.quantity(row[key].value),
    render: (row) => <ExplainedFigure of={row[key]} />,
    sortValue: (row) => row[key].value.value ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => plainNumber(words, row[key].value),
  });
  return [
    {
      key: "member",
      title: words.text("training.field.member"),
      width: 150,
      text: (row) => row.member.name,
    },
    {
      key: "attended",
      title: words.text("training.field.attendance"),
      width: 150,
      text: (row) => words.text(row.attended ? "training.effect.came" : "training.effect.not-came"),
    },
    figure("before"),
    figure("after"),
    figure("change"),
  ];
}
