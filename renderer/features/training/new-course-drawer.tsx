import { useState } from "react";
import type { CourseId } from "../../../core/base/id.ts";
import { addCourse } from "../../../core/training/courses/edit-courses.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

/** A new course: a name is enough; the rest is asked where it opens. */
export function NewCourseDrawer(props: {
  readonly data: TrainingData;
  onClose(): void;
  onAdded(id: CourseId): void;
}) {
  const { data, onClose, onAdded } = props;
  const words = useWords();
  const [name, setName] = useState({ zh: "", en: "" });
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const id = currentPlatform().newId() as CourseId;
    const label = courseLabel("training.record.course-add", { name });
    const wrong = await runFromField(words, label, ({ rows }) =>
      addCourse(rows, { id, fields: { name }, today: data.today }),
    );
    setProblem(wrong);
    if (wrong === null) onAdded(id);
  };
  return (
    <Drawer
      open
      title={words.text("training.course.new")}
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void add()}>
            {words.text("training.course.create")}
          </Button>
          <Button onClick={onClose}>{words.text("training.cancel")}</Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={words.text("training.field.name")}
        value={name.zh}
        problem={problem ?? undefined}
        onType={(zh) => setName((now) => ({ ...now, zh }))}
        onCommit={() => null}
      />
      <TextField
        label={words.text("training.field.name-en")}
        value={name.en}
        onType={(en) => setName((now) => ({ ...now, en }))}
        onCommit={() => null}
      />
    </Drawer>
  );
}
