import type { ReviewCycle } from "../../../core/review/records.ts";
import { missingParts } from "../../../core/review/missing-parts.ts";
import { placeHref } from "../../platform/place.ts";
import { Segments } from "../../ui/small-charts.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { commentaryFigures } from "./book-figures.ts";
import type { HomeSource } from "./home-source.ts";
import { Square } from "./square.tsx";

/** Reviews: how far the words of the quarter's pack are, and where the cycle of reviews stands. */
export function ReviewSquare({ source }: { readonly source: HomeSource }) {
  const words = useWords();
  const { written, all } = commentaryFigures(source);
  const cycle = shownCycle(source);
  return (
    <Square
      room="review"
      headline={
        <span className="figure headline">
          {written} / {all}
        </span>
      }
      beside={words.text("app.home.review.beside", {
        period: { period: source.book.period.id, form: "short" },
      })}
      note={
        cycle ? (
          <CycleNote cycle={cycle} source={source} />
        ) : (
          <a href={placeHref("review")}>{words.text("app.home.review.open")}</a>
        )
      }
      picture={
        <Segments
          label={words.text("app.home.review.picture", { written, all })}
          segments={[
            {
              value: written,
              tone: "ahead",
              label: words.text("app.home.review.written", { count: written }),
            },
            {
              value: all - written,
              tone: "muted",
              label: words.text("app.home.review.left", { count: all - written }),
            },
          ]}
        />
      }
    />
  );
}

/** State and what is left to do. */
function CycleNote({ cycle, source }: { readonly cycle: ReviewCycle; readonly source: HomeSource }) {
  const words = useWords();
  const { rows } = source.workspace;
  const count =
    cycle.state === "locked"
      ? 0
      : cycle.memberIds.filter((id) => missingParts(rows, cycle, id).length > 0).length;
  return (
    <>
      <a href={placeHref("review", "cycle")}>
        {words.text("app.home.review.cycle", {
          period: { period: cycle.id, form: "short" },
          state: words.text(`app.home.review.state.${cycle.state}`),
        })}
      </a>
      {cycle.state !== "locked" && (
        <span className={count > 0 ? "tone-behind" : "tone-ahead"}>
          {" · "}
          {count > 0
            ? `▼ ${words.text("app.home.review.missing", { count })}`
            : `✓ ${words.text("app.home.review.complete")}`}
        </span>
      )}
    </>
  );
}

/** The cycle of the shown period. */
function shownCycle(source: HomeSource): ReviewCycle | null {
  return source.workspace.rows.reviewCycles.get(source.book.period.id) ?? null;
}
