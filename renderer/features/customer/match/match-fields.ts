import type { Day } from "../../../../core/base/day.ts";
import type { Money } from "../../../../core/base/money.ts";
import type { Batch, Twin, TwinTable } from "../../../../core/customer/records.ts";
import type { Words } from "../../../../core/words/words.ts";

/** One line of two records side by side. */
export interface MatchField {
  readonly key: string;
  /** `customer.field.<label>`. */
  readonly label: string;
}

const field = (key: string, label: string = key): MatchField => ({ key, label });
const OWNER = field("ownerName", "owner");
const CUSTOMER = field("customerName", "customer");

/** What is compared, in the order in which it is read. */
export const MATCH_FIELDS: Readonly<Record<TwinTable, readonly MatchField[]>> = {
  customers: [
    field("name"),
    OWNER,
    field("industry"),
    field("level"),
    field("region"),
    field("phone"),
    field("email"),
    field("website"),
    field("address"),
    field("status"),
    field("leadSource", "source"),
    field("createdOn", "created"),
    field("lastContactOn", "lastContact"),
    field("nextContactOn", "nextContact"),
    field("renewalOn", "renewal"),
  ],
  contacts: [field("name"), CUSTOMER, field("title"), field("phone"), field("email"), OWNER],
  deals: [
    field("name"),
    CUSTOMER,
    OWNER,
    field("stage"),
    field("category", "status"),
    field("amount"),
    field("probability"),
    field("expectedCloseOn", "expectedClose"),
    field("closedOn", "closed"),
    field("product"),
    field("nextStep"),
    field("lossReason"),
    field("leadSource", "source"),
    field("dealType", "type"),
    field("createdOn", "created"),
    field("lastActivityOn", "lastActivity"),
  ],
  orders: [
    field("number"),
    CUSTOMER,
    OWNER,
    field("on", "date"),
    field("amount"),
    field("paid"),
    field("refunded"),
    field("dueOn", "due"),
    field("product"),
    field("status"),
  ],
  payments: [CUSTOMER, field("on", "date"), field("amount"), OWNER],
  activities: [CUSTOMER, field("on", "date"), field("kind"), field("text"), OWNER],
  cases: [
    field("subject"),
    CUSTOMER,
    field("number", "caseNumber"),
    field("kind"),
    field("openedOn", "opened"),
    field("status"),
    field("closedOn", "caseClosed"),
    field("priority"),
    field("text"),
    OWNER,
  ],
};

const MONEY = new Set(["amount", "paid", "refunded"]);

/** A field's value as it is read; "" for none. */
export function fieldWords(words: Words, key: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (MONEY.has(key)) return words.quantity({ unit: "money", value: value as Money }, "full");
  if (key === "category") return words.text(`customer.category.${value as string}`);
  if (key === "probability") return words.quantity({ unit: "percent", value: Number(value) / 1_000_000 });
  return key.endsWith("On") || key === "on" ? words.day(value as Day) : String(value as string);
}

/** Where a twin's word for a field stands: its system, and the file and line where they are known. */
export function placeWords(
  words: Words,
  twin: Pick<Twin, "source" | "batchId" | "line" | "by">,
  of: { readonly batches: ReadonlyMap<string, Batch>; readonly field?: string },
): string {
  const writer = (of.field === undefined ? undefined : twin.by?.[of.field]) ?? twin.batchId ?? "typed";
  if (writer === "typed") return words.text("customer.source.typed");
  const file = of.batches.get(writer)?.fileName;
  if (file === undefined) return words.text(`customer.source.${twin.source}`);
  return writer === twin.batchId && twin.line !== undefined
    ? words.text("customer.origin.file", { file, line: twin.line })
    : file;
}
