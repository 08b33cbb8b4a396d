import { useMemo, useState } from "react";
import type { CourseId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { inOrder, living } from "../../../core/team/team-rows.ts";
import { isMandatory } from "../../../core/training/courses/edit-courses.ts";
import { seedCourses } from "../../../core/training/courses/seed-courses.ts";
import type { Course } from "../../../core/training/records.ts";
import { sessionsOf } from "../../../core/training/training-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import { CourseDrawer } from "./course-drawer.tsx";
import { NewCourseDrawer } from "./new-course-drawer.tsx";
import { useTrainingData } from "./training-data.ts";
import type { TrainingData } from "./training-data.ts";
import { trainingTabs } from "./training-tabs.ts";
import { useOpenId } from "./use-open-id.ts";

/** 课程: what is taught, which skill to which level, for whom it is mandatory. */
export function CoursesPage() {
  const words = useWords();
  const data = useTrainingData();
  const [isAdding, add] = useState(false);
  const [shows, show] = useState<"living" | "all">("living");
  const [openId, open] = useOpenId("courses");
  const courses = shows === "living" ? living(data.rows.courses) : inOrder(data.rows.courses);
  const shown = openId === null ? undefined : data.rows.courses.get(openId);
  const columns = useMemo(() => courseColumns(words, data), [words, data]);
  const seed = () =>
    void runCommand(message("training.record.seed"), ({ rows }) =>
      seedCourses(rows, { today: data.today, newId: () => currentPlatform().newId() }),
    );
  const isEmpty = data.rows.courses.size === 0;
  return (
    <Page
      tabs={trainingTabs(words)}
      activeTab="courses"
      {...(isEmpty
        ? {}
        : {
            tools: (
              <>
                <Button kind="primary" onClick={() => add(true)}>
                  {words.text("training.course.add")}
                </Button>
                <Choice<"living" | "all">
                  label={words.text("training.course.shown")}
                  quiet
                  value={shows}
                  options={(["living", "all"] as const).map((value) => ({
                    value,
                    label: words.text(`training.course.shown.${value}`),
                  }))}
                  onChange={show}
                />
                <Button onClick={seed}>{words.text("training.course.seed")}</Button>
              </>
            ),
            hint: words.text("training.course.hint"),
          })}
    >
      {isEmpty ? (
        <EmptyState
          title={words.text("training.course.empty.title")}
          text={words.text("training.course.empty.text")}
          actions={[
            { label: words.text("training.course.seed"), onClick: seed },
            { label: words.text("training.course.add"), onClick: () => add(true) },
          ]}
        />
      ) : (
        <DataTable
          label={words.text("training.course.table")}
          rows={courses}
          rowKey={(course) => course.id}
          columns={columns}
          onOpen={(course) => open(course.id)}
          exportName={words.text("training.course.table")}
          height="calc(100dvh - 230px)"
        />
      )}
      {isAdding && (
        <NewCourseDrawer
          data={data}
          onClose={() => add(false)}
          onAdded={(id: CourseId) => {
            add(false);
            open(id);
          }}
        />
      )}
      {shown && <CourseDrawer key={shown.id} data={data} course={shown} onClose={() => open(null)} />}
    </Page>
  );
}

function courseColumns(words: Words, data: TrainingData): readonly DataColumn<Course>[] {
  return [...contentColumns(words, data), ...ruleColumns(words, data)];
}

function contentColumns(words: Words, data: TrainingData): readonly DataColumn<Course>[] {
  const isEn = words.locale === "en";
  return [
    {
      key: "name",
      title: words.text("training.field.course"),
      width: isEn ? 220 : 180,
      text: ({ name, archived }) =>
        archived ? words.text("training.course.archived", { course: words.name(name) }) : words.name(name),
    },
    {
      key: "topic",
      title: words.text("training.field.topic"),
      width: isEn ? 140 : 100,
      text: ({ topic }) => words.text(`training.topic.${topic}`),
    },
    {
      key: "skill",
      title: words.text("training.field.teaches"),
      width: isEn ? 190 : 150,
      text: (course) => teachesText(words, data, course),
    },
    {
      key: "hours",
      title: words.text("training.field.hours"),
      width: 72,
      align: "end",
      text: ({ hours }) => String(hours),
      sortValue: ({ hours }) => hours,
      exportValue: ({ hours }) => hours,
    },
    {
      key: "cost",
      title: words.text("training.field.cost"),
      width: 96,
      align: "end",
      text: ({ cost }) => (cost === undefined ? "" : words.quantity({ unit: "money", value: cost })),
      sortValue: ({ cost }) => cost ?? 0,
      exportValue: ({ cost }) =>
        cost === undefined ? null : plainNumber(words, { unit: "money", value: cost }),
    },
  ];
}

function ruleColumns(words: Words, data: TrainingData): readonly DataColumn<Course>[] {
  const isEn = words.locale === "en";
  return [
    {
      key: "mark",
      title: words.text("training.field.passMark"),
      width: 80,
      align: "end",
      text: ({ passMark }) => (passMark === undefined ? "" : String(passMark)),
      exportValue: ({ passMark }) => passMark ?? null,
    },
    {
      key: "certificate",
      title: words.text("training.field.certificate"),
      width: isEn ? 130 : 104,
      text: ({ hasCertificate, certificateMonths }) => {
        if (!hasCertificate) return "";
        return certificateMonths === undefined
          ? words.text("training.certificate.endless")
          : words.text("training.certificate.months", { count: certificateMonths });
      },
    },
    {
      key: "mandatory",
      title: words.text("training.field.mandatoryFor"),
      width: isEn ? 170 : 150,
      text: (course) => mandatoryText(words, data, course),
    },
    {
      key: "sessions",
      title: words.text("training.field.sessions"),
      width: 80,
      align: "end",
      text: ({ id }) => String(sessionsOf(data.rows.trainingSessions, id).length),
      sortValue: ({ id }) => sessionsOf(data.rows.trainingSessions, id).length,
    },
  ];
}

function teachesText(words: Words, data: TrainingData, { skillId, level }: Course): string {
  const skill = skillId === undefined ? undefined : data.rows.skills.get(skillId);
  if (!skill || level === undefined) return "";
  return words.text("training.course.teaches", { skill: words.name(skill.name), level });
}

function mandatoryText(words: Words, data: TrainingData, course: Course): string {
  if (!isMandatory(course)) return "";
  if (course.mandatoryFor === "all") return words.text("training.mandatory.all");
  return course.mandatoryFor
    .flatMap((id) => data.rows.groups.get(id) ?? [])
    .map((group) => words.name(group.name))
    .join(words.text("training.name-mark"));
}
