import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { message } from "../../../core/base/message.ts";
import { editTask } from "../../../core/team/tasks/edit-tasks.ts";
import { explainTaskOwner, taskOwnerReason } from "../../../core/team/tasks/explain-task-owner.ts";
import { proposeTaskOwners } from "../../../core/team/tasks/propose-task-owner.ts";
import type { TaskCandidate } from "../../../core/team/tasks/propose-task-owner.ts";
import type { Task } from "../../../core/team/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TaskData } from "./task-data.ts";

/** How many are proposed. */
const SHOWN = 3;

export interface CandidatesProps {
  readonly data: TaskData;
  readonly task: Task;
  readonly title: string;
  /** Takes the focus at once, so that Enter takes the first. */
  readonly takesFocus?: boolean;
  /** One was chosen, or none for now. */
  onDone(): void;
}

/** The three who should take a task, each with the reason; 1, 2, 3 or Enter takes one. */
export function TaskCandidates({ data, task, title, takesFocus, onDone }: CandidatesProps) {
  const words = useWords();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus, task.id]);
  const candidates = proposeTaskOwners(data, {
    taskId: task.id,
    dutyId: task.dutyId,
    dueOn: task.dueOn,
    ...(task.ownerId === undefined ? {} : { except: [task.ownerId] }),
  }).slice(0, SHOWN);
  const take = (candidate: TaskCandidate) => {
    const label = message("team.task.record.owner", { title: task.title, member: candidate.name });
    const fields = { ownerId: candidate.memberId };
    void runCommand(label, ({ rows }) => editTask(rows, { id: task.id, fields, today: data.today })).then(
      onDone,
    );
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = candidates[Number(event.key) - 1];
    if (chosen) take(chosen);
    else if (event.key === "Escape" && takesFocus) onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="task-candidates" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <p className="quiet">
          {words.text(
            `team.task.candidates.${candidates.length === 0 ? "none" : takesFocus ? "keys" : "take"}`,
          )}
        </p>
      </header>
      <ol>
        {candidates.map((candidate, at) => (
          <li key={candidate.memberId}>
            <button
              type="button"
              ref={at === 0 ? first : undefined}
              className="candidate"
              onClick={() => take(candidate)}
              onKeyDown={press}
            >
              <kbd aria-hidden>{at + 1}</kbd>
              <strong>{candidate.name}</strong>
              <span>{words.say(taskOwnerReason(candidate))}</span>
            </button>
            <Figure
              quantity={{ unit: "score", value: candidate.score }}
              explain={() => explainTaskOwner(candidate)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
