import type { Group } from "../../../core/team/records.ts";
import { useWords } from "../../ui/words-context.tsx";

/** A group's name with its colour as a square; the name alone says which group it is. */
export function GroupMark({ group }: { readonly group: Group }) {
  const words = useWords();
  return (
    <span className="group-mark">
      <i aria-hidden style={{ background: `var(--group-${group.color})` }} />
      {words.name(group.name)}
    </span>
  );
}
