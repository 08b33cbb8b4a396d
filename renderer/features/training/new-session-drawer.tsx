import { useState } from "react";
import type { Day } from "../../../core/base/day.ts";
import type { CourseId, MemberId, SessionId } from "../../../core/base/id.ts";
import type { Period } from "../../../core/base/period.ts";
import { inPeriod } from "../../../core/base/period.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { isMandatory } from "../../../core/training/courses/edit-courses.ts";
import { isDone } from "../../../core/training/matrix/completion.ts";
import { courseMatrix } from "../../../core/training/matrix/course-matrix.ts";
import { addSession } from "../../../core/training/sessions/edit-sessions.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

type Who = "none" | "needing" | "all";

/** A new session: a course and a day are enough; who must take the course can be enrolled at once. */
export function NewSessionDrawer(props: {
  readonly data: TrainingData;
  readonly period: Period;
  onClose(): void;
  onAdded(id: SessionId): void;
}) {
  const { data, period, onClose, onAdded } = props;
  const words = useWords();
  const courses = living(data.rows.courses);
  const [courseId, setCourse] = useState<string>(courses[0]?.id ?? "");
  const [on, setOn] = useState<string>(inPeriod(data.today, period) ? data.today : period.start);
  const [who, setWho] = useState<Who>("none");
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const course = data.rows.courses.get(courseId);
    if (!course || on === "") return setProblem(words.text("training.problem.course"));
    const id = currentPlatform().newId() as SessionId;
    const wrong = await runFromField(words, courseLabel("training.record.session-add", course), ({ rows }) =>
      addSession(rows, {
        id,
        courseId: courseId as CourseId,
        on: on as Day,
        memberIds: membersFor(data, { courseId, on: on as Day, who }),
        kind: isMandatory(course) ? "mandatory" : "open",
      }),
    );
    setProblem(wrong);
    if (wrong === null) onAdded(id);
  };
  return (
    <Drawer
      open
      title={words.text("training.session.new")}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void add()}>
            {words.text("training.session.create")}
          </Button>
          <Button onClick={onClose}>{words.text("training.cancel")}</Button>
        </>
      }
    >
      <SelectField
        label={words.text("training.field.course")}
        value={courseId}
        options={courses.map((one) => ({ value: one.id as string, label: words.name(one.name) }))}
        onCommit={(id) => {
          setCourse(id);
          return null;
        }}
      />
      <DayField
        label={words.text("training.field.on")}
        value={on}
        onCommit={(text) => {
          setOn(text);
          return null;
        }}
      />
      <SelectField<Who>
        label={words.text("training.session.who")}
        value={who}
        options={(["none", "needing", "all"] as const).map((value) => ({
          value,
          label: words.text(`training.session.who.${value}`),
        }))}
        onCommit={(value) => {
          setWho(value);
          return null;
        }}
      />
      {problem !== null && (
        <p className="tone-at-risk" role="alert">
          {problem}
        </p>
      )}
    </Drawer>
  );
}

function membersFor(
  data: TrainingData,
  of: { readonly courseId: string; readonly on: Day; readonly who: Who },
): readonly MemberId[] {
  const there = new Set(membersOn(data.rows, of.on).map((one) => one.id));
  if (of.who === "none") return [];
  if (of.who === "all") return [...there];
  return courseMatrix(data.rows, of.on)
    .filter((cell) => cell.course.id === of.courseId && there.has(cell.member.id))
    .filter((cell) => cell.isMandatory && !(isDone(cell) && cell.state !== "expiring") && cell.next === null)
    .map((cell) => cell.member.id);
}
