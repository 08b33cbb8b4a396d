import { useState } from "react";
import type { TaskFinding } from "../../../core/team/tasks/task-findings.ts";
import { listMessage } from "../../../core/team/name-key.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { TaskState } from "../../../core/team/tasks/task-state.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { FIRST_FINDINGS, TONE_BY_SEVERITY } from "./findings-panel.tsx";
import type { TaskData } from "./task-data.ts";

const NAMES_SHOWN = 3;

/** What was found about tasks, each with what to do about it. */
export function TaskFindings(props: {
  readonly data: TaskData;
  /** Shows the tasks of a finding in the table. */
  onShow(state: TaskState | "pending", owner: string): void;
}) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const { findings } = props.data;
  const shown = all ? findings : findings.slice(0, FIRST_FINDINGS);
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-label={words.text("team.findings.title", { count: findings.length })}>
      <div className="findings-list">
        {shown.map((finding) => (
          <FindingLine
            key={finding.id}
            tone={TONE_BY_SEVERITY[finding.severity]}
            text={findingText(words, finding)}
            actions={[
              ...finding.repairs().map((repair) => ({
                label: words.say(repair.label),
                onClick: () => void runCommand(repair.record, () => ok(repair.changes)),
              })),
              ...showAction(words, finding, props.onShow),
            ]}
          />
        ))}
      </div>
      {findings.length > FIRST_FINDINGS && (
        <Button kind="link" onClick={() => setAll(!all)}>
          {all
            ? words.text("team.findings.less")
            : words.text("team.findings.more", { count: findings.length - FIRST_FINDINGS })}
        </Button>
      )}
    </section>
  );
}

function findingText(words: Words, finding: TaskFinding): string {
  const { code, tasks, member } = finding;
  if (member) {
    return words.text("team.task.finding.overload", {
      member: member.name,
      hours: { unit: "hours", value: member.carries.hours },
      available: { unit: "hours", value: member.carries.available },
    });
  }
  const names = listMessage(tasks.slice(0, NAMES_SHOWN).map((task) => task.title));
  return words.text(`team.task.finding.${code}`, {
    count: tasks.length,
    names:
      tasks.length > NAMES_SHOWN ? message("meeting.need.names.more", { names, count: tasks.length }) : names,
  });
}

function showAction(
  words: Words,
  { code, member, tasks }: TaskFinding,
  onShow: (state: TaskState | "pending", owner: string) => void,
) {
  const label = words.text("team.task.finding.show");
  if (code === "owner-left") {
    const [first] = tasks;
    return [{ label, onClick: () => onShow("pending", first?.ownerId ?? "all") }];
  }
  if (code === "no-owner") return [{ label, onClick: () => onShow("pending", "") }];
  if (code === "overload") return [{ label, onClick: () => onShow("pending", member?.id ?? "all") }];
  return [{ label, onClick: () => onShow(code, "all") }];
}
