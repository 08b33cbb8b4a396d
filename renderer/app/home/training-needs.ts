import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { message } from "../../../core/base/message.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { courseMatrix } from "../../../core/training/matrix/course-matrix.ts";
import type { HomeSource } from "./home-source.ts";

let last: { readonly source: HomeSource; readonly needs: NeedSources["findings"] } | null = null;

/** Mandatory courses that are overdue, each a need; those who are enrolled already are on their way. */
export function trainingNeeds(source: HomeSource): NeedSources["findings"] {
  if (last?.source !== source) last = { source, needs: findNeeds(source) };
  return last.needs;
}

function findNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  return courseMatrix(workspace.rows, book.today)
    .filter((cell) => cell.state === "overdue" && cell.next === null)
    .map(({ member, course, dueOn }) => ({
      id: `${member.id}|${course.id}`,
      code: `course-${course.id}`,
      several: "training.need.several",
      severity: "warning",
      kind: "training",
      level: 2,
      about: member.name,
      what: message("training.need.overdue", {
        course: nameMessage(course.name),
        day: { day: dueOn ?? book.today },
      }),
      ref: { table: "courses", id: course.id },
    }));
}
