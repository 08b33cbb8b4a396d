import { z } from "zod";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { BatchId, CaseId, CustomerId, DealId, MappingId, MemberId, OrderId } from "../base/id.ts";
import {
  daySchema,
  idSchema,
  lineSchema,
  momentSchema,
  moneySchema,
  ppmSchema,
  textSchema,
} from "../base/schema.ts";

export const SOURCES = ["zoho", "fxiaoke", "salesforce", "hubspot", "pipedrive", "generic", "typed"] as const;
export const sourceSchema = z.enum(SOURCES);
export type Source = z.infer<typeof sourceSchema>;

/** What every fact carries: where it came from and who owns it.
 * The id of an imported fact is `<source>:<object>:<source id>`, so two laptops that import one file agree. */
const factShape = {
  source: sourceSchema,
  /** The record's id in its source, as text and without prefixes such as `zcrm_`. */
  sourceId: lineSchema.optional(),
  /** The import that wrote the row last, and its line in that file (1 = first line or sheet row). */
  batchId: idSchema<BatchId>().optional(),
  line: z.number().int().min(1).optional(),
  /** Fields that another batch or the manager wrote: field → batch id, or "typed". Imports never overwrite "typed". */
  by: z.record(z.string(), z.string()).optional(),
  /** The owner as the file names them; matched to a member by alias when read. */
  ownerName: lineSchema.optional(),
  /** Shares of several members, total at most 1 000 000; takes the place of the owner. The rest is unassigned. */
  credits: z.array(z.object({ memberId: idSchema<MemberId>(), share: ppmSchema })).optional(),
};

export const customerSchema = z.object({
  id: idSchema<CustomerId>(),
  name: lineSchema.min(1),
  industry: lineSchema.optional(),
  level: lineSchema.optional(),
  region: lineSchema.optional(),
  leadSource: lineSchema.optional(),
  createdOn: daySchema.optional(),
  phone: lineSchema.optional(),
  email: lineSchema.optional(),
  website: lineSchema.optional(),
  address: lineSchema.optional(),
  /** How far the business is, in the source's own words: 已成交, Prospect. */
  status: lineSchema.optional(),
  /** The last contact that the source knows of; activities of the book may be later. */
  lastContactOn: daySchema.optional(),
  nextContactOn: daySchema.optional(),
  /** The day on which a contract or subscription runs out. */
  renewalOn: daySchema.optional(),
  ...factShape,
});
export type Customer = z.infer<typeof customerSchema>;

export const contactSchema = z.object({
  id: idSchema<string>(),
  name: lineSchema.min(1),
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  email: lineSchema.optional(),
  phone: lineSchema.optional(),
  title: lineSchema.optional(),
  ...factShape,
});
export type Contact = z.infer<typeof contactSchema>;

export const dealSchema = z.object({
  id: idSchema<DealId>(),
  name: lineSchema,
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  product: lineSchema.optional(),
  amount: moneySchema.optional(),
  stage: lineSchema.optional(),
  category: z.enum(["open", "won", "lost", "void"]),
  /** Chance of winning; the file's own, else the stage's. */
  probability: ppmSchema.optional(),
  expectedCloseOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  createdOn: daySchema.optional(),
  modifiedOn: daySchema.optional(),
  lossReason: lineSchema.optional(),
  nextStep: lineSchema.optional(),
  /** The last activity that the source knows of; activities of the book may be later. */
  lastActivityOn: daySchema.optional(),
  dealType: lineSchema.optional(),
  leadSource: lineSchema.optional(),
  ...factShape,
});
export type Deal = z.infer<typeof dealSchema>;

export const activitySchema = z.object({
  id: idSchema<string>(),
  kind: lineSchema,
  on: daySchema,
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  dealId: idSchema<DealId>().optional(),
  text: textSchema,
  ...factShape,
});
export type Activity = z.infer<typeof activitySchema>;

/** A complaint or service request, and what became of it: report → cause → action → check for recurrence. */
export const caseSchema = z.object({
  id: idSchema<CaseId>(),
  /** The case's number as people know it. */
  number: lineSchema.optional(),
  kind: lineSchema,
  subject: lineSchema.optional(),
  text: textSchema.optional(),
  priority: lineSchema.optional(),
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  status: lineSchema,
  openedOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  /** 1–5. */
  satisfaction: z.number().min(0).max(10).optional(),
  cause: textSchema.optional(),
  /** What is done about the cause, by whom and until when. */
  remedy: textSchema.optional(),
  remedyOwnerId: idSchema<MemberId>().optional(),
  remedyDueOn: daySchema.optional(),
  remedyDoneOn: daySchema.optional(),
  /** When to look whether it has come again, when that was done, and what was seen. */
  checkOn: daySchema.optional(),
  checkedOn: daySchema.optional(),
  hasRecurred: z.boolean().optional(),
  ...factShape,
});
export type Case = z.infer<typeof caseSchema>;

export const orderSchema = z.object({
  id: idSchema<OrderId>(),
  /** The order's number as people know it. */
  number: lineSchema,
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  dealId: idSchema<DealId>().optional(),
  product: lineSchema.optional(),
  on: daySchema,
  amount: moneySchema,
  paid: moneySchema.optional(),
  refunded: moneySchema.optional(),
  dueOn: daySchema.optional(),
  status: lineSchema.optional(),
  ...factShape,
});
export type Order = z.infer<typeof orderSchema>;

export const paymentSchema = z.object({
  id: idSchema<string>(),
  orderId: idSchema<OrderId>().optional(),
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  on: daySchema,
  amount: moneySchema,
  ...factShape,
});
export type Payment = z.infer<typeof paymentSchema>;

export const productSchema = z.object({
  id: idSchema<string>(),
  name: lineSchema.min(1),
  price: moneySchema.optional(),
  cost: moneySchema.optional(),
  productLine: lineSchema.optional(),
  ...factShape,
});
export type Product = z.infer<typeof productSchema>;

export const stageEventSchema = z.object({
  id: idSchema<string>(),
  dealId: idSchema<DealId>(),
  stage: lineSchema,
  on: daySchema,
  amount: moneySchema.optional(),
  expectedCloseOn: daySchema.optional(),
  ...factShape,
});
export type StageEvent = z.infer<typeof stageEventSchema>;

/** One customer's answer to a question about satisfaction. `csat`: 1–5, `nps`: 0–10. */
export const answerSchema = z.object({
  id: idSchema<string>(),
  scale: z.enum(["csat", "nps"]),
  score: z.number().int().min(0).max(10),
  on: daySchema,
  customerId: idSchema<CustomerId>().optional(),
  customerName: lineSchema.optional(),
  text: textSchema.optional(),
  ...factShape,
});
export type Answer = z.infer<typeof answerSchema>;

/** Tables whose records two systems may both hold. */
export const TWIN_TABLES = [
  "customers",
  "contacts",
  "deals",
  "orders",
  "payments",
  "activities",
  "cases",
] as const;
export type TwinTable = (typeof TWIN_TABLES)[number];

/** A record of one system that is the same thing as a record of the book that came from another. Its id is the one that its
 * own file gives it, so that the next import of that file finds it; `said` is what that file says of it, field by field. */
export const twinSchema = z.object({
  id: idSchema<string>(),
  table: z.enum(TWIN_TABLES),
  /** The record of the book that stands for both. */
  keptId: idSchema<string>(),
  name: lineSchema,
  said: z.record(z.string(), z.unknown()),
  ...factShape,
});
export type Twin = z.infer<typeof twinSchema>;

/** Two records that a person has looked at and that are not the same. The id is `<smaller id>|<larger id>`, shortened. */
export const matchVerdictSchema = z.object({
  id: idSchema<string>(),
  table: z.enum(TWIN_TABLES),
  ids: z.tuple([idSchema<string>(), idSchema<string>()]),
  verdict: z.literal("different"),
  on: daySchema,
});
export type MatchVerdict = z.infer<typeof matchVerdictSchema>;

/** What an import did to one record beyond adding a fact (the facts that it added are those that carry its batch and have no
 * line here). `changed`: `before` and `after` hold the fields that differ, `null` where there is none; `removed`: `before`
 * is the whole record; `added`: a record of a table without batches, such as a member. */
export const batchChangeSchema = z.object({
  /** `<batch>:<number, from 1>`. */
  id: idSchema<string>(),
  batchId: idSchema<BatchId>(),
  table: z.enum([...ROW_TABLES, ...FACT_TABLES]),
  recordId: idSchema<string>(),
  kind: z.enum(["added", "changed", "removed"]),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});
export type BatchChange = z.infer<typeof batchChangeSchema>;

/** What the importer can read. */
export const IMPORT_OBJECTS = [
  "deals",
  "customers",
  "contacts",
  "orders",
  "payments",
  "activities",
  "cases",
  "members",
  "products",
  "stage-history",
  "answers",
] as const;
export const importObjectSchema = z.enum(IMPORT_OBJECTS);
export type ImportObject = z.infer<typeof importObjectSchema>;

const columnSchema = z.object({
  header: lineSchema,
  field: lineSchema.nullable(),
  dateOrder: z.enum(["YMD", "DMY", "MDY", "serial1900", "serial1904"]).optional(),
  decimal: z.enum([".", ","]).optional(),
  /** 10 000 for a column headed (万元). */
  multiplier: z.number().optional(),
  /** What every id of the column begins with in its file and is stripped for matching: `zcrm_`. */
  prefix: z.string().max(20).optional(),
});
export type ImportColumn = z.infer<typeof columnSchema>;

export const badRowSchema = z.object({
  line: z.number().int(),
  column: lineSchema,
  value: z.string().max(500),
  /** A key of `core/words` and its parameters. */
  reason: z.object({
    key: lineSchema,
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
export type BadRow = z.infer<typeof badRowSchema>;

/** One import: what was read, how it was understood, and what came of every row. */
export const batchSchema = z.object({
  id: idSchema<BatchId>(),
  /** When. */
  at: momentSchema,
  fileName: lineSchema,
  fileSize: z.number().int(),
  /** SHA-256 of the file, hex. */
  fileHash: z.string(),
  source: sourceSchema,
  object: importObjectSchema,
  encoding: lineSchema,
  delimiter: lineSchema,
  sheet: lineSchema.optional(),
  headerRow: z.number().int(),
  columns: z.array(columnSchema),
  mode: z.enum(["upsert", "add", "update", "skip"]),
  mappingId: idSchema<MappingId>().optional(),
  rows: z.object({
    read: z.number().int(),
    added: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int(),
    bad: z.number().int(),
  }),
  /** The first 1 000; the counts are whole. */
  bad: z.array(badRowSchema),
  /** What other currencies were taken at: ISO code → one unit in the workspace's currency, as a decimal. */
  rates: z.record(z.string(), z.string()).optional(),
  /** The day on which the source wrote the file, as its name or the file says. */
  exportedOn: daySchema.optional(),
  /** Whether the file speaks of all records that its source has of this kind, and those of the book that it leaves out: the
   * first 5 000 of them and how many there are. */
  isWhole: z.boolean().optional(),
  absent: z.array(idSchema<string>()).optional(),
  absentCount: z.number().int().min(0).optional(),
  undone: z.boolean(),
  /** What came of taking it back. */
  undo: z
    .object({
      at: momentSchema,
      reverted: z.number().int().min(0),
      kept: z.number().int().min(0),
      failed: z.number().int().min(0),
    })
    .optional(),
});
export type Batch = z.infer<typeof batchSchema>;

/** A kept way of reading a kind of file. */
export const mappingSchema = z.object({
  id: idSchema<MappingId>(),
  name: lineSchema,
  source: sourceSchema,
  object: importObjectSchema,
  /** The file's headers, normalised, sorted and joined: how the profile is found again. */
  signature: textSchema,
  columns: z.array(columnSchema),
  encoding: lineSchema.optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** What a stage of a source means. The id is `<source>:<stage>`. */
export const stageSchema = z.object({
  id: idSchema<string>(),
  source: sourceSchema,
  stage: lineSchema,
  category: z.enum(["open", "won", "lost", "void"]),
  probability: ppmSchema.optional(),
  order: z.number(),
  /** Days that a deal may stand here before it counts as stalled; without, the past decides. */
  normDays: z.number().int().min(1).max(3650).optional(),
  /** The column of the board in which it stands, by name; without, its own. Stages of one category that name one column
   * share it, whatever their sources. */
  column: lineSchema.optional(),
});
export type Stage = z.infer<typeof stageSchema>;

/** The fact table that an import object fills; members go to their own row table. */
export const TABLE_BY_OBJECT: Readonly<
  Record<Exclude<ImportObject, "members">, (typeof FACT_TABLES)[number]>
> = {
  deals: "deals",
  customers: "customers",
  contacts: "contacts",
  orders: "orders",
  payments: "payments",
  activities: "activities",
  cases: "cases",
  products: "products",
  "stage-history": "stageEvents",
  answers: "answers",
};
