import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { WHOLE_PPM } from "../../../core/base/money.ts";
import { setLevels } from "../../../core/kpi/edit-levels.ts";
import type { LevelText } from "../../../core/kpi/edit-levels.ts";
import { levelsOf, USUAL_LEVELS } from "../../../core/kpi/levels.ts";
import type { Level } from "../../../core/base/settings.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { commit } from "../../storage/commit.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** The table of levels: from which score, and which coefficient it brings. */
export function LevelsDrawer({ onClose }: { onClose(): void }) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const settings = settingsOf(useWorkspace());
  const [lines, setLines] = useState(() => textsOf(levelsOf(settings)));
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const change = (at: number, part: Partial<LevelText>) =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const save = async () => {
    const command = setLevels(lines);
    const done = command.ok ? await commit(message("review.command.levels"), command.value, seen) : command;
    if (done.ok) return onClose();
    const [first] = done.error;
    setProblem({ field: first?.field ?? "", text: first ? words.say(first.message) : "" });
  };
  const field = (at: number, name: keyof LevelText, value: string) => (
    <TextField
      label={words.text(`review.levels.${name}`)}
      value={value}
      problem={problem?.field === `${at}.${name}` ? problem.text : undefined}
      onType={(text) => change(at, { [name]: text })}
      onCommit={(text) => {
        change(at, { [name]: text });
        return null;
      }}
    />
  );
  return (
    <Drawer
      open
      width={560}
      title={words.text("review.levels.title")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setLines(textsOf(USUAL_LEVELS))}>{words.text("review.levels.usual")}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {words.text("review.levels.save")}
          </Button>
        </>
      }
    >
      <p className="quiet">{words.text("review.levels.hint")}</p>
      {lines.map((line, at) => (
        <fieldset key={at} className="review-level">
          <legend className="unseen">{line.name}</legend>
          {field(at, "name", line.name)}
          {at === lines.length - 1 ? (
            <p className="quiet">{words.text("review.levels.rest")}</p>
          ) : (
            field(at, "from", line.from)
          )}
          {field(at, "coefficient", line.coefficient)}
          <Button
            kind="link"
            disabled={lines.length === 1}
            label={words.text("review.levels.remove", { level: line.name })}
            onClick={() => setLines(lines.filter((_, index) => index !== at))}
          >
            {words.text("review.remove")}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          onClick={() =>
            setLines([...lines.slice(0, -1), { name: "", from: "", coefficient: "" }, lines.at(-1)!])
          }
        >
          {words.text("review.levels.add")}
        </Button>
      </div>
    </Drawer>
  );
}

function textsOf(levels: readonly Level[]): readonly LevelText[] {
  return levels.map(({ name, from, coefficient }) => ({
    name,
    from: from === undefined ? "" : String(from),
    coefficient: String(coefficient / WHOLE_PPM),
  }));
}
