import { useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { isMandatory } from "../../../core/training/courses/edit-courses.ts";
import type { Course, TrainingSession } from "../../../core/training/records.ts";
import { enrol, withdraw } from "../../../core/training/sessions/edit-sessions.ts";
import { enrolmentsOf } from "../../../core/training/training-rows.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

/** Puts members into a session, one by one or a group at once, and takes them out again. */
export function EnrolPart(props: {
  readonly data: TrainingData;
  readonly session: TrainingSession;
  readonly course: Course;
}) {
  const { data, session, course } = props;
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const enrolled = enrolmentsOf(data.rows.enrolments, session.id);
  const known = new Set(enrolled.map((one) => one.memberId));
  const free = membersOn(data.rows, session.on).filter((member) => !known.has(member.id));
  const groups = living(data.rows.groups);
  const put = async (memberIds: readonly MemberId[]) => {
    const kind = isMandatory(course) ? "mandatory" : "open";
    const label = courseLabel("training.record.enrol", course);
    const of = { sessionId: session.id, memberIds, kind } as const;
    setProblem(await runFromField(words, label, ({ rows }) => enrol(rows, of)));
    return null;
  };
  const groupOf = (id: string) =>
    membersOn(data.rows, session.on, id.slice("group:".length) as never)
      .map((member) => member.id)
      .filter((memberId) => !known.has(memberId));
  const out = async (id: string) => {
    const label = courseLabel("training.record.withdraw", course);
    const of = { sessionId: session.id, memberIds: [id as MemberId] };
    setProblem(await runFromField(words, label, ({ rows }) => withdraw(rows, of)));
    return null;
  };
  return (
    <div className="enrol-line">
      <SelectField
        label={words.text("training.enrol")}
        value=""
        options={[
          {
            value: "",
            label: words.text(free.length === 0 ? "training.enrol.nobody" : "training.enrol.who"),
          },
          ...groups.map((group) => ({
            value: `group:${group.id}`,
            label: words.text("training.enrol.group", { group: words.name(group.name) }),
          })),
          ...free.map((member) => ({ value: member.id as string, label: member.name })),
        ]}
        onCommit={(id) => {
          if (id === "") return null;
          return put(id.startsWith("group:") ? groupOf(id) : [id as MemberId]);
        }}
      />
      <SelectField
        label={words.text("training.withdraw")}
        value=""
        options={[
          { value: "", label: words.text("training.enrol.who") },
          ...enrolled.map((one) => ({
            value: one.memberId as string,
            label: data.rows.members.get(one.memberId)?.name ?? one.memberId,
          })),
        ]}
        onCommit={(id) => (id === "" ? null : out(id))}
      />
      {free.length > 0 && (
        <Button onClick={() => void put(free.map((member) => member.id))}>
          {words.text("training.enrol.all")}
        </Button>
      )}
      {problem !== null && (
        <p className="tone-at-risk" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
