import { cellParams } from "../../../core/training/matrix/completion.ts";
import type { CourseCell } from "../../../core/training/matrix/course-matrix.ts";
import { placeHref } from "../../platform/place.ts";
import { useWords } from "../../ui/words-context.tsx";

const SHOWN = 12;

/** What waits for somebody: overdue, run out, running out, without a score. */
export function OpenCells({ cells }: { readonly cells: readonly CourseCell[] }) {
  const words = useWords();
  return (
    <section className="open-cells" aria-label={words.text("training.open.title")}>
      <header>
        <h2>{words.text("training.open.title")}</h2>
        <span className="quiet">{words.text("training.open.count", { count: cells.length })}</span>
      </header>
      {cells.length === 0 && <p className="quiet">{words.text("training.open.none")}</p>}
      <ul className="plain-list">
        {cells.slice(0, SHOWN).map((cell) => {
          const day = cell.dueOn ?? cell.expiresOn;
          return (
            <li key={`${cell.member.id}|${cell.course.id}`}>
              <a href={hrefOf(cell)}>{words.text("training.open.line", cellParams(cell))}</a>
              <span
                className={
                  cell.state === "overdue" || cell.state === "expired" ? "tone-at-risk" : "tone-behind"
                }
              >
                {words.text(`training.state.${cell.state}`)}
              </span>
              <span className="quiet">
                {day === null ? "" : words.text(`training.open.day.${cell.state}`, { day: { day } })}
                {cell.next &&
                  ` · ${words.text("training.note.next", { day: { day: cell.next.session.on } })}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function hrefOf({ state, passed, next, course }: CourseCell): string {
  const session = next?.session ?? (state === "unscored" ? undefined : passed?.session);
  return session
    ? placeHref("training", "plan", { id: session.id })
    : placeHref("training", "courses", { id: course.id });
}
