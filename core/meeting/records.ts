import { z } from "zod";
import type {
  ActionId,
  CustomerId,
  DealId,
  KpiId,
  MeetingId,
  MemberId,
  PracticeId,
  SeriesId,
} from "../base/id.ts";
import { messageSchema, quantitySchema } from "../base/message-schema.ts";
import { daySchema, idSchema, lineSchema, textSchema } from "../base/schema.ts";

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Points at any record as `<table>/<id>`. */
const refTextSchema = z
  .string()
  .regex(/^[a-zA-Z]+\/.+$/)
  .max(300);

export const meetingKindSchema = z.enum(["weekly", "monthly", "quarterly", "one-to-one", "other"]);
export type MeetingKind = z.infer<typeof meetingKindSchema>;

/** Meetings that come again by a rule. */
export const meetingSeriesSchema = z.object({
  id: idSchema<SeriesId>(),
  name: lineSchema.min(1),
  kind: meetingKindSchema,
  /** RFC 5545 without its DTSTART: "FREQ=WEEKLY;BYDAY=MO". */
  rule: lineSchema,
  from: daySchema,
  /** The first day on which there is none any more. */
  until: daySchema.optional(),
  startsAt: timeSchema,
  minutes: z.number().int().min(5).max(1440),
  place: lineSchema,
  memberIds: z.array(idSchema<MemberId>()),
  /** What to do when the day is no working day. */
  onHoliday: z.enum(["next", "previous", "skip"]),
  archived: z.boolean(),
});
export type MeetingSeries = z.infer<typeof meetingSeriesSchema>;

/** Where the lines of an agenda come from, in the order in which they stand unless the manager says otherwise. `own`: typed
 * by the manager. */
export const AGENDA_ITEM_KINDS = [
  "carried",
  "parked",
  "action",
  "decision",
  "pace",
  "import",
  "stalled",
  "finding",
  "training",
  "review",
  "own",
] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

/** One line of an agenda, and what was said under it. What the app proposed is kept as messages, so that it is read in the
 * reader's language. */
export const agendaItemSchema = z.object({
  /** The same in every meeting that it is carried to. */
  key: idSchema<string>(),
  kind: z.enum(AGENDA_ITEM_KINDS),
  title: z.union([lineSchema.min(1), messageSchema]),
  reasons: z.array(messageSchema).max(30),
  /** What it is about, as `<table>/<id>`. */
  ref: refTextSchema.optional(),
  /** The KPI that it is about: actions under it are measured by it. */
  kpiId: idSchema<KpiId>().optional(),
  /** The practice that may help: actions under it lead to it. */
  practiceId: idSchema<PracticeId>().optional(),
  /** How much it is about: an amount, a pace, days. */
  figure: quantitySchema.optional(),
  /** Minutes planned for it. */
  minutes: z.number().int().min(0).max(1440).optional(),
  /** Seconds spent on it. */
  seconds: z.number().int().min(0).optional(),
  state: z.enum(["open", "done", "carried", "parked", "dropped"]),
  notes: textSchema,
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** A meeting: prepared, running, held. The id of one of a series is `<seriesId>|<the rule's day>`. */
export const meetingSchema = z.object({
  id: idSchema<MeetingId>(),
  seriesId: idSchema<SeriesId>().optional(),
  kind: meetingKindSchema,
  name: lineSchema.min(1),
  on: daySchema,
  startsAt: timeSchema,
  minutes: z.number().int().min(5).max(1440),
  place: lineSchema,
  state: z.enum(["planned", "running", "held", "cancelled"]),
  attendance: z.array(
    z.object({
      memberId: idSchema<MemberId>(),
      state: z.enum(["expected", "present", "late", "excused", "absent"]),
    }),
  ),
  items: z.array(agendaItemSchema).max(300),
  /** Keys of proposed items that the manager does not want here. */
  hiddenKeys: z.array(idSchema<string>()),
  /** Keys in the manager's order; what is not named stands after them. */
  orderKeys: z.array(idSchema<string>()),
  progress: textSchema,
  problems: textSchema,
  /** When it began, in milliseconds since 1970. */
  startedAtMs: z.number().int().optional(),
  /** The item that is spoken about, and since when. */
  current: z.object({ key: idSchema<string>(), sinceMs: z.number().int() }).optional(),
  /** Seconds that it ran. */
  ranSeconds: z.number().int().min(0).optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Something that somebody will do by a day. */
export const actionSchema = z.object({
  id: idSchema<ActionId>(),
  text: lineSchema.min(1),
  ownerId: idSchema<MemberId>().optional(),
  dueOn: daySchema.optional(),
  state: z.enum(["open", "done", "dropped"]),
  createdOn: daySchema,
  closedOn: daySchema.optional(),
  meetingId: idSchema<MeetingId>().optional(),
  kpiId: idSchema<KpiId>().optional(),
  dealId: idSchema<DealId>().optional(),
  customerId: idSchema<CustomerId>().optional(),
  targetId: idSchema<string>().optional(),
  /** The practice that it follows. */
  practiceId: idSchema<PracticeId>().optional(),
  /** The review in whose talk it was agreed. */
  reviewId: idSchema<string>().optional(),
  note: textSchema,
  order: z.number(),
});
export type Action = z.infer<typeof actionSchema>;

/** Something that was decided, and when to look at it again. */
export const decisionSchema = z.object({
  id: idSchema<string>(),
  text: textSchema.min(1),
  on: daySchema,
  meetingId: idSchema<MeetingId>().optional(),
  reviewOn: daySchema.optional(),
  outcome: textSchema,
  reviewedOn: daySchema.optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** How something was done well, so that others can. */
export const practiceSchema = z.object({
  id: idSchema<PracticeId>(),
  title: lineSchema.min(1),
  situation: textSchema,
  action: textSchema,
  result: textSchema,
  tags: z.array(lineSchema).max(50),
  /** The stage's name where it helps. */
  stage: lineSchema,
  industry: lineSchema,
  product: lineSchema.optional(),
  dealId: idSchema<DealId>().optional(),
  memberId: idSchema<MemberId>().optional(),
  on: daySchema,
  /** When it was used again, and for what. */
  uses: z.array(z.object({ on: daySchema, dealId: idSchema<DealId>().optional(), note: lineSchema })),
  archived: z.boolean(),
});
export type Practice = z.infer<typeof practiceSchema>;

/** What the whole team should know. */
export const announcementSchema = z.object({
  id: idSchema<string>(),
  on: daySchema,
  title: lineSchema.min(1),
  text: textSchema,
  /** The first day on which it is no longer shown among the current ones. */
  until: daySchema.optional(),
  isPinned: z.boolean(),
});
export type Announcement = z.infer<typeof announcementSchema>;

/** What is said between two people; it leaves the machine only when chosen. */
export const oneToOneNoteSchema = z.object({
  id: idSchema<string>(),
  memberId: idSchema<MemberId>(),
  on: daySchema,
  meetingId: idSchema<MeetingId>().optional(),
  text: textSchema,
});
export type OneToOneNote = z.infer<typeof oneToOneNoteSchema>;
