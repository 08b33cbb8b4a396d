import { levelsOf } from "../../../core/kpi/levels.ts";
import { levelTone } from "../../../core/kpi/level-tone.ts";
import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { Bars, PaceBar, Spark } from "../../ui/small-charts.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { HomeSource } from "./home-source.ts";
import { paceLines, scoreFigures, teamStanding, weakestKpi } from "./result-figures.ts";
import { Square } from "./square.tsx";

/** The target: how far, and whether it is enough for today. */
export function TargetSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const standing = teamStanding(source);
  if (!standing || (standing.target.quantity.value === null && standing.actual.quantity.value === null)) {
    return (
      <Square room="target" note={<a href={placeHref("target")}>{words.text("app.home.target.first")}</a>} />
    );
  }
  const { target, actual, attainment, pace, requiredPerDay, state, days } = standing;
  const lines = paceLines(source, standing);
  const share = attainment.quantity.value;
  return (
    <Square
      room="target"
      headline={<Figure quantity={actual.quantity} explain={actual.explain} size="headline" />}
      beside={
        target.quantity.value === null ? (
          <a href={placeHref("target")}>{words.text("app.home.target.none")}</a>
        ) : (
          <>
            / <Figure quantity={target.quantity} explain={target.explain} /> ·{" "}
            <Figure quantity={attainment.quantity} explain={attainment.explain} />
          </>
        )
      }
      bar={
        share !== null && (
          <PaceBar
            share={share}
            mark={days.total === 0 ? 0 : days.elapsed / days.total}
            label={words.text("app.home.target.bar", { share: { unit: "percent", value: share } })}
          />
        )
      }
      note={
        pace.quantity.value === null ? (
          pace.note && words.say(pace.note)
        ) : (
          <>
            {words.text("app.home.pace")}{" "}
            <Figure quantity={pace.quantity} explain={pace.explain} tone={state ?? "on-pace"} />
            <span className={`tone-${state ?? "on-pace"}`}>
              {words.text("app.home.clause", { text: words.text(`app.home.state.${state ?? "on-pace"}`) })}
            </span>
            {state !== "ahead" && requiredPerDay.quantity.value !== null && days.left > 0 && (
              <>
                {" · "}
                {words.text("app.home.required")}{" "}
                <Figure quantity={requiredPerDay.quantity} explain={requiredPerDay.explain} />
              </>
            )}
          </>
        )
      }
      picture={
        lines && (
          <Spark
            values={lines.values}
            label={words.text("app.home.target.picture")}
            {...(lines.target ? { target: lines.target } : {})}
          />
        )
      }
    />
  );
}

/** The KPIs: the middle of the members' scores, and the KPI that needs a look. */
export function KpiSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const scores = scoreFigures(source);
  const weakest = weakestKpi(source);
  const levels = levelsOf(source.book.context.settings);
  return (
    <Square
      room="kpi"
      headline={
        <Figure
          quantity={scores.value}
          explain={scores.explain}
          size="headline"
          reason={words.text("app.home.score.none")}
        />
      }
      beside={words.text(scores.isRunning ? "app.home.score.so-far" : "app.home.score.beside", {
        n: scores.n,
      })}
      note={
        weakest ? (
          <>
            {words.say(weakest.name)}{" "}
            <Figure
              quantity={weakest.value.value}
              explain={weakest.value.explain}
              tone={weakest.reached < 0.85 ? "at-risk" : "behind"}
              toneLabel={words.text(
                weakest.reached < 0.85 ? "app.home.state.at-risk" : "app.home.state.behind",
              )}
            />
            {words.text("app.home.kpi.target", { target: weakest.target })}
          </>
        ) : scores.n === 0 ? (
          <a href={placeHref("kpi")}>{words.text("app.home.score.first")}</a>
        ) : (
          <span className="tone-ahead">✓ {words.text("app.home.kpi.fine")}</span>
        )
      }
      picture={
        scores.n > 0 && (
          <Bars
            label={words.text("app.home.score.picture")}
            bars={scores.sorted.map(({ member, score }) => ({
              value: score,
              tone: scores.isRunning ? "on-pace" : levelTone(levels, score),
              label: `${member.name} ${words.quantity({ unit: "score", value: score })}`,
            }))}
          />
        )
      }
    />
  );
}
