import type { Day } from "../../base/day.ts";
import { NPS_WORDS } from "../locales/import-marks.ts";
import type { ImportObject, Source } from "../records.ts";
import { factId, keylessId } from "./fact-id.ts";
import type { Draft, MemberDraft, Mention } from "./import-draft.ts";
import type { StageRules } from "./stage-rules.ts";

/** A row's values by field; a field that is not there was empty. */
export type RowValues = ReadonlyMap<string, string | number>;

/** Each part of a name may be as long as a whole one. */
const LONGEST_NAME = 200;

export interface DraftContext {
  readonly source: Source;
  readonly object: Exclude<ImportObject, "members">;
  readonly rules: StageRules;
}

/** Where a field of the file goes in the record, by object. What needs a rule of its own is not here. */
export const PROPERTY_BY_FIELD: Readonly<Record<DraftContext["object"], Readonly<Record<string, string>>>> = {
  deals: {
    name: "name",
    owner: "ownerName",
    customer: "customerName",
    amount: "amount",
    product: "product",
    stage: "stage",
    probability: "probability",
    expectedClose: "expectedCloseOn",
    closed: "closedOn",
    created: "createdOn",
    modified: "modifiedOn",
    source: "leadSource",
    type: "dealType",
    lossReason: "lossReason",
    nextStep: "nextStep",
    lastActivity: "lastActivityOn",
  },
  customers: {
    name: "name",
    owner: "ownerName",
    industry: "industry",
    level: "level",
    region: "region",
    source: "leadSource",
    created: "createdOn",
    phone: "phone",
    email: "email",
    website: "website",
    address: "address",
    status: "status",
    lastContact: "lastContactOn",
    nextContact: "nextContactOn",
    renewal: "renewalOn",
  },
  contacts: {
    name: "name",
    owner: "ownerName",
    customer: "customerName",
    email: "email",
    phone: "phone",
    title: "title",
  },
  orders: {
    number: "number",
    owner: "ownerName",
    customer: "customerName",
    date: "on",
    amount: "amount",
    paid: "paid",
    refunded: "refunded",
    due: "dueOn",
    product: "product",
    status: "status",
  },
  payments: { owner: "ownerName", customer: "customerName", date: "on", amount: "amount" },
  activities: { kind: "kind", owner: "ownerName", customer: "customerName", at: "on", text: "text" },
  cases: {
    number: "number",
    kind: "kind",
    subject: "subject",
    text: "text",
    priority: "priority",
    owner: "ownerName",
    customer: "customerName",
    status: "status",
    opened: "openedOn",
    closed: "closedOn",
    satisfaction: "satisfaction",
    cause: "cause",
    remedy: "remedy",
  },
  products: { name: "name", price: "price", cost: "cost", line: "productLine" },
  "stage-history": {
    stage: "stage",
    at: "on",
    amount: "amount",
    expectedClose: "expectedCloseOn",
    by: "ownerName",
  },
  answers: { owner: "ownerName", customer: "customerName", date: "on", score: "score", text: "text" },
};

/** Fields that tell records without an id apart, by object: name, owner and day of creation, or what stands for them. */
export const KEY_FIELDS: Readonly<Record<DraftContext["object"], readonly string[]>> = {
  deals: ["name", "owner", "created", "customer"],
  customers: ["name", "owner", "created"],
  contacts: ["name", "owner", "customer", "email"],
  orders: ["customer", "owner", "date", "number", "product", "amount"],
  payments: ["customer", "owner", "date", "order", "amount"],
  activities: ["text", "owner", "at", "customer", "kind"],
  cases: ["kind", "owner", "opened", "customer", "subject"],
  products: ["name"],
  "stage-history": ["deal", "by", "at", "stage"],
  answers: ["customer", "date", "scale", "score", "text"],
};

/** Makes a row's values into a draft of its record.
 * @example makeDraft(new Map([["id", "1"], ["amount", 500]]), 2, { source: "generic", object: "orders" }).id // => "generic:orders:1"
 */
export function makeDraft(values: RowValues, line: number, context: DraftContext): Draft {
  const { source, object } = context;
  const fields: Record<string, unknown> = {};
  const properties = PROPERTY_BY_FIELD[object];
  for (const [field, value] of values) {
    const property = properties[field];
    if (property !== undefined) fields[property] = value;
  }
  const sourceId = textOf(values, "id");
  const id =
    sourceId === undefined || object === "stage-history"
      ? keylessId(
          source,
          object,
          KEY_FIELDS[object].map((field) => keyPart(values, field)),
        )
      : factId(source, object, sourceId);
  const [, customerName] = firstCustomer(textOf(values, "customerId"), textOf(values, "customer"));
  if (customerName !== undefined) fields["customerName"] &&= customerName;
  const name = completeFields(fields, values, context);
  return {
    id,
    line,
    name,
    fields,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...mentions(values, context),
    ...dealDefaults(fields, values, context),
  };
}

/** Events of one day are told apart by their time. */
function keyPart(values: RowValues, field: string): string {
  const value = String(values.get(field) ?? "");
  const time = field === "at" ? String(values.get("atTime") ?? "") : "";
  return time === "" ? value : `${value} ${time}`;
}

/** Fills what the record needs and the row leaves to a rule; answers with what the record is called. */
function completeFields(fields: Record<string, unknown>, values: RowValues, context: DraftContext): string {
  const id = textOf(values, "id");
  if (context.object === "contacts" && fields["name"] === undefined) {
    const [last, first] = [textOf(values, "lastName") ?? "", textOf(values, "firstName") ?? ""];
    const isHan = /^\p{Script=Han}+$/u.test(last + first);
    const whole = isHan ? last + first : [first, last].filter((part) => part !== "").join(" ");
    fields["name"] = whole.slice(0, LONGEST_NAME);
  }
  if (context.object === "deals") fields["name"] ??= id ?? "";
  if (context.object === "cases" && id !== undefined && id.length < LONG_ID) fields["number"] ??= id;
  if (context.object === "answers") fields["scale"] = scaleOf(values);
  if (context.object === "orders") fields["number"] ??= id ?? textOf(values, "customer") ?? "";
  if (context.object === "stage-history") {
    fields["dealId"] = factId(context.source, "deals", textOf(values, "deal")!);
  }
  return String(fields["name"] ?? fields["number"] ?? fields["subject"] ?? fields["kind"] ?? id ?? "");
}

/** Ids of this length are a system's own and not what people call a case. */
const LONG_ID = 15;

/** The scale that a row names; a score above five is on the one to ten. */
function scaleOf(values: RowValues): "csat" | "nps" {
  if (NPS_WORDS.test(textOf(values, "scale") ?? "")) return "nps";
  return Number(values.get("score")) > 5 ? "nps" : "csat";
}

function mentions(values: RowValues, { object }: DraftContext): Pick<Draft, "customer" | "deal" | "order"> {
  const customer = mention(...firstCustomer(textOf(values, "customerId"), textOf(values, "customer")));
  const deal = object === "stage-history" ? undefined : textOf(values, "deal");
  const order = textOf(values, "order");
  return {
    ...(customer === null ? {} : { customer }),
    ...(deal === undefined ? {} : { deal: { sourceId: deal.replace(/^zcrm_/i, ""), name: deal } }),
    ...(order === undefined ? {} : { order: { sourceId: order, name: order } }),
  };
}

/** Of several customers of one record the first, which is the primary one: `987;988` beside `Acme;Beta`. */
function firstCustomer(
  id: string | undefined,
  name: string | undefined,
): [string | undefined, string | undefined] {
  if (id?.includes(";") !== true) return [id, name];
  return [id.split(";")[0]!.trim() || undefined, name?.split(";")[0]!.trim() || undefined];
}

function mention(sourceId: string | undefined, name: string | undefined): Mention | null {
  if (sourceId === undefined && name === undefined) return null;
  return { ...(sourceId === undefined ? {} : { sourceId }), ...(name === undefined ? {} : { name }) };
}

/** A deal's category follows from its stage and status; its probability from the stage where the file has none. */
function dealDefaults(
  fields: Record<string, unknown>,
  values: RowValues,
  { object, rules }: DraftContext,
): Pick<Draft, "defaults"> {
  if (object !== "deals") return {};
  const status = textOf(values, "status");
  const meaning = rules.meaningOf(textOf(values, "stage"), status);
  fields["category"] = meaning.category;
  fields["stage"] ??= status;
  if (fields["probability"] !== undefined || meaning.probability === undefined) return {};
  return { defaults: { probability: meaning.probability } };
}

/** Makes a row's values into a draft of a member.
 * @example makeMemberDraft(new Map([["name", "王芳"]]), 2) // => { line: 2, name: "王芳", aliases: [] }
 */
export function makeMemberDraft(values: RowValues, line: number): MemberDraft {
  const optional = {
    employeeNumber: textOf(values, "employeeNumber"),
    email: textOf(values, "email"),
    phone: textOf(values, "phone"),
    title: textOf(values, "title"),
    group: textOf(values, "group"),
    hiredOn: textOf(values, "hired") as Day | undefined,
    leftOn: textOf(values, "left") as Day | undefined,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  const aliases = (textOf(values, "alias") ?? "").split(/[|;,；，、]/).map((alias) => alias.trim());
  return { line, name: textOf(values, "name")!, aliases: aliases.filter((alias) => alias !== ""), ...given };
}

function textOf(values: RowValues, field: string): string | undefined {
  const value = values.get(field);
  return value === undefined ? undefined : String(value);
}
