import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Competency } from "../../../core/base/settings.ts";
import { competenciesOf, setCompetencies } from "../../../core/review/competencies.ts";
import type { ReviewCycle } from "../../../core/review/records.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { commit } from "../../storage/commit.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { ReviewData } from "./use-review.ts";

export interface CompetenciesDrawerProps {
  readonly data: ReviewData;
  /** The running cycle, which takes the list too; `null`: none has begun. */
  readonly cycle: ReviewCycle | null;
  onClose(): void;
}

/** What is rated 1–5 beside the KPIs, in this cycle and in those to come. */
export function CompetenciesDrawer({ data, cycle, onClose }: CompetenciesDrawerProps) {
  const words = useWords();
  const [seen] = useState(currentWorkspace);
  const [list, setList] = useState<readonly Competency[]>(
    () => cycle?.competencies ?? competenciesOf(settingsOf(data.workspace)),
  );
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const save = async () => {
    const { rows } = currentWorkspace();
    const command = setCompetencies(rows, { list, ...(cycle ? { cycleId: cycle.id } : {}) });
    const done = command.ok
      ? await commit(message("review.command.competencies"), command.value, seen)
      : command;
    if (done.ok) return onClose();
    const [first] = done.error;
    setProblem({ field: first?.field ?? "", text: first ? words.say(first.message) : "" });
  };
  const change = (at: number, name: Partial<Competency["name"]>) => {
    setList((now) => now.map((one, i) => (i === at ? { ...one, name: { ...one.name, ...name } } : one)));
    return null;
  };
  const add = () => setList([...list, { id: currentPlatform().newId(), name: { zh: "", en: "" } }]);
  return (
    <Drawer
      open
      width={560}
      title={words.text("review.competency.title")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setList(competenciesOf({}))}>{words.text("review.levels.usual")}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {words.text("review.levels.save")}
          </Button>
        </>
      }
    >
      <p className="quiet">{words.text(cycle ? "review.competency.hint.cycle" : "review.competency.hint")}</p>
      {problem?.field === "" && <p className="tone-at-risk">{problem.text}</p>}
      {list.map(({ id, name }, at) => (
        <fieldset key={id} className="review-competency">
          <legend className="unseen">{words.name(name)}</legend>
          {(["zh", "en"] as const).map((language) => (
            <TextField
              key={language}
              label={words.text(`review.competency.name.${language}`)}
              value={name[language]}
              problem={language === "zh" && problem?.field === String(at) ? problem.text : undefined}
              onType={(text) => change(at, { [language]: text })}
              onCommit={(text) => change(at, { [language]: text })}
            />
          ))}
          <Button
            kind="link"
            label={words.text("review.competency.remove", { name: words.name(name) })}
            onClick={() => setList(list.filter((one) => one.id !== id))}
          >
            {words.text("review.remove")}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button onClick={add}>{words.text("review.competency.add")}</Button>
      </div>
    </Drawer>
  );
}
