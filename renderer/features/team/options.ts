import type { Group, Member } from "../../../core/team/records.ts";
import type { Words } from "../../../core/words/words.ts";

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

const GRADES = ["junior", "regular", "senior"] as const;
const ABSENCES = ["leave", "sick", "parental", "other"] as const;
const COLORS = ["teal", "blue", "violet", "amber", "rose", "slate"] as const;

export function gradeOptions(words: Words): readonly Option<(typeof GRADES)[number]>[] {
  return GRADES.map((value) => ({ value, label: words.text(`team.grade.${value}`) }));
}

export function absenceOptions(words: Words): readonly Option<(typeof ABSENCES)[number]>[] {
  return ABSENCES.map((value) => ({ value, label: words.text(`team.absence.${value}`) }));
}

export function colorOptions(words: Words): readonly Option<(typeof COLORS)[number]>[] {
  return COLORS.map((value) => ({ value, label: words.text(`team.color.${value}`) }));
}

/** The groups; "" for none when there are none or `none` says what that is called. */
export function groupOptions(words: Words, groups: readonly Group[]): readonly Option[] {
  const named = groups.map((group) => ({ value: group.id as string, label: words.name(group.name) }));
  return [...named, { value: "", label: words.text("team.no-group") }];
}

/** The members, after a first choice that means nobody. */
export function memberOptions(members: readonly Member[], nobody: string): readonly Option[] {
  return [
    { value: "", label: nobody },
    ...members.map((member) => ({ value: member.id as string, label: member.name })),
  ];
}
