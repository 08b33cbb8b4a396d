import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { Task } from "../records.ts";
import { LEVEL_UNKNOWN } from "./propose-task-owner.ts";
import type { TaskCandidate } from "./propose-task-owner.ts";
import { hoursOf } from "./task-load.ts";
import type { TaskLoad } from "./task-load.ts";

/** Raised when the same data can give another order. */
const RULE_VERSION = 1;

/** What speaks for a candidate, as a sentence with its numbers.
 * @example taskOwnerReason(proposeTaskOwners(loadSources(), {})[0]).key // => "team.task.why"
 */
export function taskOwnerReason(candidate: TaskCandidate): Message {
  const { carries, years } = candidate;
  return message("team.task.why", {
    ability: levelOf(candidate.ability),
    interest: levelOf(candidate.interest),
    experience:
      years === null
        ? levelOf(null)
        : message("team.task.why.years", {
            level: candidate.experience,
            years: { unit: "years", value: years },
          }),
    load: { unit: "ratio", value: hundredths(carries.load) },
    score: { unit: "score", value: candidate.score },
    duties: carries.duties,
    hours: { unit: "hours", value: carries.hours },
  });
}

/** How a candidate's product came about, down to the duties and tasks that they carry.
 * @example explainTaskOwner(proposeTaskOwners(loadSources(), {})[0]).value // => { unit: "score", value: 27 }
 */
export function explainTaskOwner(candidate: TaskCandidate): Explanation {
  const { carries } = candidate;
  const input = (key: string, value: Quantity): ExplainedInput => ({
    label: message(`team.task.input.${key}`),
    value,
  });
  const unknown = (["ability", "interest", "years"] as const).filter((key) => candidate[key] === null);
  return {
    title: message("team.task.explain.owner", { member: candidate.name }),
    value: { unit: "score", value: candidate.score },
    formula: message("team.task.formula.owner"),
    ruleVersion: RULE_VERSION,
    inputs: [
      input("ability", { unit: "score", value: candidate.ability }),
      input("interest", { unit: "score", value: candidate.interest }),
      input("years", { unit: "years", value: candidate.years }),
      input("experience", { unit: "score", value: candidate.experience }),
      {
        ...input("load", { unit: "ratio", value: hundredths(carries.load) }),
        explain: () => explainTaskLoad(candidate.name, carries),
      },
    ],
    rows: [],
    notes: unknown.map((key) =>
      message("team.task.note.unknown", { factor: message(`team.task.input.${key}`), level: LEVEL_UNKNOWN }),
    ),
  };
}

/** How a member's load came about: duties against the limit, hours of tasks against the hours there are.
 * @example explainTaskLoad("王芳", taskLoad(loadSources(), "王芳")).value // => { unit: "ratio", value: 1 }
 */
export function explainTaskLoad(name: string, carries: TaskLoad): Explanation {
  const unsaid = carries.tasks.filter((task) => task.effortHours === undefined).length;
  return {
    title: message("team.task.explain.load", { member: name }),
    value: { unit: "ratio", value: hundredths(carries.load) },
    formula: message("team.task.formula.load"),
    ruleVersion: RULE_VERSION,
    inputs: [
      { label: message("team.task.input.duties"), value: { unit: "count", value: carries.duties } },
      { label: message("team.field.duty-limit"), value: { unit: "count", value: carries.limit } },
      { label: message("team.task.input.hours"), value: { unit: "hours", value: carries.hours } },
      { label: message("team.task.input.available"), value: { unit: "hours", value: carries.available } },
    ],
    rows: carries.tasks.map(taskRow),
    notes: unsaid === 0 ? [] : [message("team.task.note.unsaid", { count: unsaid })],
  };
}

/** How the effort of some tasks came about: the tasks themselves.
 * @example explainEffort([aTask("t1", { effortHours: 4 })]).value // => { unit: "hours", value: 4 }
 */
export function explainEffort(tasks: readonly Task[]): Explanation {
  const unsaid = tasks.filter((task) => task.kind === "task" && task.effortHours === undefined).length;
  return {
    title: message("team.task.explain.effort"),
    value: { unit: "hours", value: tasks.reduce((sum, task) => sum + hoursOf(task), 0) },
    formula: message("team.task.formula.effort"),
    ruleVersion: RULE_VERSION,
    inputs: [],
    rows: tasks.map(taskRow),
    notes: unsaid === 0 ? [] : [message("team.task.note.unsaid", { count: unsaid })],
  };
}

function taskRow(task: Task): Explanation["rows"][number] {
  return {
    ref: { table: "tasks", id: task.id },
    label: task.title,
    ...(task.dueOn === undefined ? {} : { day: task.dueOn }),
    amount: { unit: "hours", value: hoursOf(task) },
  };
}

function levelOf(level: number | null): Message {
  return level === null
    ? message("team.task.why.unknown", { level: LEVEL_UNKNOWN })
    : message("team.task.why.level", { level: { unit: "score", value: level } });
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
