import { skillGaps } from "../../../core/team/skill-gaps.ts";
import type { SkillCell } from "../../../core/team/skill-gaps.ts";
import { placeHref } from "../../platform/place.ts";
import { useWords } from "../../ui/words-context.tsx";

/** How many gaps are listed. */
const SHOWN = 9;

/** The widest gaps by person, with how many levels are known at all. */
export function SkillGapList({ cells }: { readonly cells: readonly SkillCell[] }) {
  const words = useWords();
  const gaps = skillGaps(cells);
  const expected = cells.filter((cell) => cell.expected !== null);
  const rated = expected.filter((cell) => cell.present !== null);
  return (
    <section className="gap-list" aria-label={words.text("team.skills.gaps")}>
      <header>
        <h2>{words.text("team.skills.gaps")}</h2>
        <span className="quiet">
          {words.text("team.skills.gaps-n", {
            gaps: gaps.length,
            rated: rated.length,
            expected: expected.length,
          })}
        </span>
      </header>
      {gaps.length === 0 && <p className="quiet">{words.text("team.skills.gaps-none")}</p>}
      <ul>
        {gaps.slice(0, SHOWN).map((cell) => (
          <li key={`${cell.member.id}:${cell.skill.id}`}>
            <a href={placeHref("team", `members/${encodeURIComponent(cell.member.id)}`)}>
              {words.text("team.skills.gap-line", {
                member: cell.member.name,
                skill: words.name(cell.skill.name),
              })}
            </a>
            <span className={(cell.gap ?? 0) >= 2 ? "tone-at-risk" : "tone-behind"}>
              {words.text("team.skills.gap-by", {
                gap: cell.gap ?? 0,
                present: cell.present ?? 0,
                expected: cell.expected ?? 0,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
