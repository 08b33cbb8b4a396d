import { z } from "zod";
import type { DutyId, GroupId, MemberId, SkillId, TaskId } from "../base/id.ts";
import { bilingualSchema, daySchema, idSchema, lineSchema, textSchema } from "../base/schema.ts";

export const groupSchema = z.object({
  id: idSchema<GroupId>(),
  name: bilingualSchema,
  purpose: textSchema,
  leaderId: idSchema<MemberId>().optional(),
  /** A name of the theme's palette, not a colour value. */
  color: z.enum(["teal", "blue", "violet", "amber", "rose", "slate"]),
  order: z.number(),
  archived: z.boolean(),
});
export type Group = z.infer<typeof groupSchema>;

export const memberSchema = z.object({
  id: idSchema<MemberId>(),
  name: lineSchema.min(1),
  employeeNumber: lineSchema.optional(),
  email: lineSchema.optional(),
  phone: lineSchema.optional(),
  hiredOn: daySchema.optional(),
  /** The first day on which a probation is over. */
  probationUntil: daySchema.optional(),
  /** The first day on which the member is no longer on the team. */
  leftOn: daySchema.optional(),
  /** Full-time equivalent in whole percent, 1–100. */
  ftePercent: z.number().int().min(1).max(100),
  /** Names and e-mail addresses under which CRM files know the member. */
  aliases: z.array(lineSchema),
  experienceYears: z.number().min(0).max(80).optional(),
  roleYears: z.number().min(0).max(80).optional(),
  /** Interest 1–5 by duty id. */
  interests: z.record(z.string(), z.number().int().min(1).max(5)),
  notes: textSchema,
  order: z.number(),
});
export type Member = z.infer<typeof memberSchema>;

/** From `from` on the member belongs to this group with this title, until the next membership or until they leave. */
export const membershipSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  groupId: idSchema<GroupId>(),
  title: lineSchema,
  grade: z.enum(["junior", "regular", "senior"]),
  from: daySchema,
});
export type Membership = z.infer<typeof membershipSchema>;

export const absenceSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  kind: z.enum(["leave", "sick", "parental", "other"]),
  from: daySchema,
  /** The first day back: half-open. */
  until: daySchema,
  note: lineSchema,
});
export type Absence = z.infer<typeof absenceSchema>;

export const dutySchema = z.object({
  id: idSchema<DutyId>(),
  groupId: idSchema<GroupId>(),
  name: bilingualSchema,
  description: textSchema,
  standInId: idSchema<MemberId>().optional(),
  /** Skills that the duty needs: the ability by which an owner is proposed. */
  skillIds: z.array(idSchema<SkillId>()).optional(),
  order: z.number(),
  archived: z.boolean(),
});
export type Duty = z.infer<typeof dutySchema>;

/** Duty × member. The id is `<dutyId>:<memberId>`. `letters` is a subset of "RACI" in that order, never empty. */
export const assignmentSchema = z.object({
  id: idSchema<string>(),
  dutyId: idSchema<DutyId>(),
  memberId: idSchema<MemberId>(),
  letters: z
    .string()
    .regex(/^R?A?C?I?$/)
    .min(1),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const skillSchema = z.object({
  id: idSchema<SkillId>(),
  name: bilingualSchema,
  order: z.number(),
  archived: z.boolean(),
});
export type Skill = z.infer<typeof skillSchema>;

/** The level (1–5) that a group expects of a grade. The id is `<groupId>:<grade>:<skillId>`. */
export const skillExpectationSchema = z.object({
  id: idSchema<string>(),
  groupId: idSchema<GroupId>(),
  grade: membershipSchema.shape.grade,
  skillId: idSchema<SkillId>(),
  level: z.number().int().min(1).max(5),
});
export type SkillExpectation = z.infer<typeof skillExpectationSchema>;

/** A member's level (0–5) as seen on a day; the latest on or before a day holds. The id is `<memberId>:<skillId>:<on>`. */
export const skillRatingSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  skillId: idSchema<SkillId>(),
  on: daySchema,
  level: z.number().int().min(0).max(5),
  source: z.enum(["manager", "training", "import"]),
  note: lineSchema,
});
export type SkillRating = z.infer<typeof skillRatingSchema>;

/** A piece of work with an owner and a day, or a milestone that is only reached, under a duty, a target, or neither. */
export const taskSchema = z.object({
  id: idSchema<TaskId>(),
  kind: z.enum(["task", "milestone"]),
  title: lineSchema.min(1),
  dutyId: idSchema<DutyId>().optional(),
  /** The id of a target: `<kpiId>|<subject key>|<period id>|<line>`. */
  targetId: idSchema<string>().optional(),
  ownerId: idSchema<MemberId>().optional(),
  dueOn: daySchema.optional(),
  status: z.enum(["open", "doing", "done", "dropped"]),
  /** Hours of work. */
  effortHours: z.number().min(0).max(10_000).optional(),
  note: textSchema,
  createdOn: daySchema,
  doneOn: daySchema.optional(),
  order: z.number(),
});
export type Task = z.infer<typeof taskSchema>;
