import { skillCells, skillGaps } from "../../../core/team/skill-gaps.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";

/** Where the member is below what the group expects. */
export function MemberSkills({ data, member }: MemberSectionProps) {
  const words = useWords();
  const cells = skillCells(data.rows, data.today).filter((cell) => cell.member.id === member.id);
  const gaps = skillGaps(cells);
  const rated = cells.filter((cell) => cell.gap !== null).length;
  const expected = cells.filter((cell) => cell.expected !== null).length;
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.skills")}</h3>
      <p className="quiet">
        {gaps.length === 0 && rated > 0
          ? words.text("team.member.gap-none")
          : words.text("team.skills.gaps-n", { gaps: gaps.length, rated, expected })}
      </p>
      <ul className="drawer-list">
        {gaps.map((cell) => (
          <li key={cell.skill.id}>
            <span className="wide">{words.name(cell.skill.name)}</span>
            <span className="tone-behind">
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
