import type { GroupId, KpiId, SkillId } from "../../../core/base/id.ts";
import { moneyToDecimal } from "../../../core/base/money.ts";
import { readTypedDue } from "../../../core/team/tasks/read-task-text.ts";
import { living } from "../../../core/team/team-rows.ts";
import { archiveCourse, editCourse, isMandatory } from "../../../core/training/courses/edit-courses.ts";
import type { CourseFields } from "../../../core/training/courses/edit-courses.ts";
import { readCost, readHours, readScore, readWhole } from "../../../core/training/read-training-text.ts";
import type { Course } from "../../../core/training/records.ts";
import { courseTopicSchema } from "../../../core/training/records.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { CheckField, DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { sessionsOf } from "../../../core/training/training-rows.ts";
import { courseLabel } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";

interface PartProps {
  readonly data: TrainingData;
  readonly course: Course;
  onWrite(fields: CourseFields): Promise<string | null>;
}

const LEVELS = [1, 2, 3, 4, 5] as const;
const MOST_MONTHS = 600;
const MOST_DAYS = 3650;

/** Everything about one course. Each field is taken when it is left. */
export function CourseDrawer(props: {
  readonly data: TrainingData;
  readonly course: Course;
  onClose(): void;
}) {
  const { data, course, onClose } = props;
  const words = useWords();
  const write = (fields: CourseFields) =>
    runFromField(words, courseLabel("training.record.course", course), ({ rows }) =>
      editCourse(rows, { id: course.id, fields, today: data.today }),
    );
  const archive = () =>
    void runCommand(
      courseLabel(course.archived ? "training.record.unarchive" : "training.record.archive", course),
      ({ rows }) => archiveCourse(rows, { id: course.id, archived: !course.archived }),
    );
  const part = { data, course, onWrite: write };
  return (
    <Drawer
      open
      title={words.name(course.name)}
      width={620}
      onClose={onClose}
      footer={
        <Button onClick={archive}>
          {words.text(course.archived ? "training.course.unarchive" : "training.course.archive")}
        </Button>
      }
    >
      <div className="field-pairs">
        <TextField
          label={words.text("training.field.name")}
          value={course.name.zh}
          onCommit={(zh) => write({ name: { ...course.name, zh } })}
        />
        <TextField
          label={words.text("training.field.name-en")}
          value={course.name.en}
          onCommit={(en) => write({ name: { ...course.name, en } })}
        />
      </div>
      <TeachingPart {...part} />
      <MeasurePart {...part} />
      <MandatoryPart {...part} />
      <KpiPart {...part} />
      <TextField
        multiline
        label={words.text("training.field.links")}
        hint={words.text("training.course.links-hint")}
        value={course.links.join("\n")}
        onCommit={(text) => write({ links: text.split("\n") })}
      />
      <TextField
        multiline
        label={words.text("training.field.description")}
        value={course.description}
        onCommit={(description) => write({ description })}
      />
      <CourseSessions data={data} course={course} />
    </Drawer>
  );
}

function TeachingPart({ data, course, onWrite }: PartProps) {
  const words = useWords();
  return (
    <div className="field-thirds">
      <SelectField
        label={words.text("training.field.topic")}
        value={course.topic}
        options={courseTopicSchema.options.map((value) => ({
          value,
          label: words.text(`training.topic.${value}`),
        }))}
        onCommit={(topic) => onWrite({ topic })}
      />
      <SelectField
        label={words.text("training.field.skill")}
        value={(course.skillId ?? "") as string}
        options={[
          { value: "", label: words.text("training.course.no-skill") },
          ...living(data.rows.skills).map((skill) => ({
            value: skill.id as string,
            label: words.name(skill.name),
          })),
        ]}
        onCommit={(id) =>
          onWrite(
            id === ""
              ? { skillId: undefined, level: undefined }
              : { skillId: id as SkillId, level: course.level ?? 3 },
          )
        }
      />
      <SelectField
        label={words.text("training.field.level")}
        value={String(course.level ?? "")}
        disabled={course.skillId === undefined}
        options={
          course.skillId === undefined
            ? [{ value: "", label: words.text("base.none") }]
            : LEVELS.map((level) => ({ value: String(level), label: String(level) }))
        }
        onCommit={(level) => onWrite({ level: Number(level) })}
      />
    </div>
  );
}

function MeasurePart({ data, course, onWrite }: PartProps) {
  const words = useWords();
  return (
    <>
      <div className="field-thirds">
        <TextField
          label={words.text("training.field.hours")}
          value={String(course.hours)}
          onCommit={(text) => {
            const read = readHours(text);
            return read.ok ? onWrite({ hours: read.value ?? 0 }) : words.say(read.error);
          }}
        />
        <TextField
          label={words.text("training.field.cost-usual")}
          value={course.cost === undefined ? "" : moneyToDecimal(course.cost, data.currency)}
          onCommit={(text) => {
            const read = readCost(text, data.currency);
            return read.ok ? onWrite({ cost: read.value }) : words.say(read.error);
          }}
        />
        <TextField
          label={words.text("training.field.passMark")}
          value={course.passMark === undefined ? "" : String(course.passMark)}
          placeholder={words.text("training.place.passMark")}
          onCommit={(text) => {
            const read = readScore(text);
            return read.ok ? onWrite({ passMark: read.value }) : words.say(read.error);
          }}
        />
      </div>
      <div className="field-pairs">
        <CheckField
          label={words.text("training.field.hasCertificate")}
          value={course.hasCertificate}
          onCommit={(hasCertificate) => onWrite({ hasCertificate })}
        />
        {course.hasCertificate && (
          <TextField
            label={words.text("training.field.certificateMonths")}
            value={course.certificateMonths === undefined ? "" : String(course.certificateMonths)}
            placeholder={words.text("training.place.certificateMonths")}
            onCommit={(text) => {
              const read = readWhole(text, { least: 1, most: MOST_MONTHS });
              return read.ok ? onWrite({ certificateMonths: read.value }) : words.say(read.error);
            }}
          />
        )}
      </div>
    </>
  );
}

function MandatoryPart({ data, course, onWrite }: PartProps) {
  const words = useWords();
  const groups = living(data.rows.groups);
  const { mandatoryFor } = course;
  const toggle = (id: GroupId, isOn: boolean) => {
    const rest = mandatoryFor === "all" ? groups.map((group) => group.id) : mandatoryFor;
    return onWrite({ mandatoryFor: isOn ? [...rest, id] : rest.filter((one) => one !== id) });
  };
  return (
    <fieldset className="field-set">
      <legend>{words.text("training.field.mandatoryFor")}</legend>
      <CheckField
        label={words.text("training.mandatory.all")}
        value={mandatoryFor === "all"}
        onCommit={(isOn) => onWrite({ mandatoryFor: isOn ? "all" : [] })}
      />
      {mandatoryFor !== "all" &&
        groups.map((group) => (
          <CheckField
            key={group.id}
            label={words.name(group.name)}
            value={mandatoryFor.includes(group.id)}
            onCommit={(isOn) => toggle(group.id, isOn)}
          />
        ))}
      {isMandatory(course) && (
        <div className="field-pairs">
          <DayField
            label={words.text("training.field.mandatoryFrom")}
            value={course.mandatoryFrom ?? ""}
            onCommit={(text) => onWrite({ mandatoryFrom: readTypedDue(text, data.today) ?? undefined })}
          />
          <TextField
            label={words.text("training.field.dueDays")}
            hint={words.text("training.course.due-hint")}
            value={course.dueDays === undefined ? "" : String(course.dueDays)}
            placeholder={words.text("training.place.dueDays")}
            onCommit={(text) => {
              const read = readWhole(text, { least: 1, most: MOST_DAYS });
              return read.ok ? onWrite({ dueDays: read.value }) : words.say(read.error);
            }}
          />
        </div>
      )}
    </fieldset>
  );
}

function KpiPart({ data, course, onWrite }: PartProps) {
  const words = useWords();
  return (
    <fieldset className="field-set">
      <legend>{words.text("training.field.kpis")}</legend>
      <div className="check-columns">
        {living(data.rows.kpis).map((kpi) => (
          <CheckField
            key={kpi.id}
            label={words.name(kpi.name)}
            value={course.kpiIds.includes(kpi.id)}
            onCommit={(isOn) => {
              const rest: readonly KpiId[] = course.kpiIds.filter((id) => id !== kpi.id);
              return onWrite({ kpiIds: isOn ? [...rest, kpi.id] : [...rest] });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function CourseSessions({ data, course }: Pick<PartProps, "data" | "course">) {
  const words = useWords();
  const sessions = sessionsOf(data.rows.trainingSessions, course.id);
  return (
    <section aria-label={words.text("training.field.sessions")}>
      <h3 className="part-title">{words.text("training.field.sessions")}</h3>
      {sessions.length === 0 && <p className="quiet">{words.text("training.course.no-sessions")}</p>}
      <ul className="plain-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <a href={placeHref("training", "plan", { id: session.id })}>{words.day(session.on)}</a>
            <span className="quiet">{words.text(`training.status.${session.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
