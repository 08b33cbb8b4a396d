import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { SaveState } from "./save-state.tsx";

/** Whose workspace this is, and whether it is safe. */
export function RailFoot() {
  const words = useWords();
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const people = [...workspace.rows.members.values()].filter(
    (member) => member.leftOn === undefined || member.leftOn > today,
  ).length;
  const { name } = settingsOf(workspace);
  return (
    <div className="rail-foot">
      <p className="rail-name" title={name}>
        {name} · {words.text("app.people", { count: people })}
      </p>
      <SaveState />
    </div>
  );
}
