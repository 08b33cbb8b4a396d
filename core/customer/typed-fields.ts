import type { Activity, Answer, Case, Contact, Customer, Deal, Order, Payment, Product } from "./records.ts";

/** The tables that the manager may type. */
export const TYPED_TABLES = [
  "customers",
  "contacts",
  "deals",
  "activities",
  "cases",
  "orders",
  "payments",
  "products",
  "answers",
] as const;
export type TypedTable = (typeof TYPED_TABLES)[number];
export type TypedRecord = Customer | Contact | Deal | Activity | Case | Order | Payment | Product | Answer;

/** How the text of a field is read. `text` keeps its lines; `customer`, `deal` and `order` name a record of the book,
 * `member` gives a member's id, `stage` a stage; `choice` is one of the field's choices, `score` a whole number. */
export type FieldKind =
  | "line"
  | "text"
  | "money"
  | "day"
  | "percent"
  | "score"
  | "choice"
  | "yes-no"
  | "customer"
  | "deal"
  | "order"
  | "member"
  | "stage";

/** One field that can be typed. */
export interface TypedField {
  readonly key: string;
  readonly kind: FieldKind;
  /** Its name: `customer.field.<label>`. */
  readonly label: string;
  readonly isRequired?: boolean;
  /** Not asked for in a new record: filled in when it is known. */
  readonly isLater?: boolean;
  /** The only values that there are: `customer.choice.<value>`. */
  readonly choices?: readonly string[];
  /** Values to begin with, `customer.suggest.<value>`; those of the book are offered too. Absent: nothing is offered. */
  readonly suggests?: readonly string[];
}

/** What was typed, by field: absent fields stay, an empty text clears. */
export type TypedTexts = Readonly<Record<string, string>>;

const CUSTOMER: TypedField = { key: "customer", kind: "customer", label: "customer" };

/** The fields of each table in the order in which they are typed. The owner is not among them: see `assignOwner`. */
export const TYPED_FIELDS: Readonly<Record<TypedTable, readonly TypedField[]>> = {
  customers: [
    { key: "name", kind: "line", label: "customer", isRequired: true },
    { key: "industry", kind: "line", label: "industry", suggests: [] },
    { key: "level", kind: "line", label: "level", suggests: [] },
    { key: "region", kind: "line", label: "region", suggests: [] },
    { key: "status", kind: "line", label: "status", isLater: true, suggests: [] },
    { key: "leadSource", kind: "line", label: "source", isLater: true, suggests: [] },
    { key: "phone", kind: "line", label: "phone" },
    { key: "email", kind: "line", label: "email", isLater: true },
    { key: "website", kind: "line", label: "website", isLater: true },
    { key: "address", kind: "line", label: "address", isLater: true },
    { key: "nextContactOn", kind: "day", label: "nextContact" },
    { key: "renewalOn", kind: "day", label: "renewal", isLater: true },
    { key: "createdOn", kind: "day", label: "created", isLater: true },
  ],
  contacts: [
    { key: "name", kind: "line", label: "name", isRequired: true },
    CUSTOMER,
    { key: "title", kind: "line", label: "title", suggests: [] },
    { key: "phone", kind: "line", label: "phone" },
    { key: "email", kind: "line", label: "email" },
  ],
  deals: [
    { key: "name", kind: "line", label: "name", isRequired: true },
    CUSTOMER,
    { key: "stage", kind: "stage", label: "stage", isRequired: true },
    { key: "amount", kind: "money", label: "amount" },
    { key: "probability", kind: "percent", label: "probability" },
    { key: "expectedCloseOn", kind: "day", label: "expectedClose" },
    { key: "closedOn", kind: "day", label: "closed" },
    { key: "product", kind: "line", label: "product" },
    { key: "nextStep", kind: "line", label: "nextStep" },
    { key: "lossReason", kind: "line", label: "lossReason", isLater: true },
    { key: "leadSource", kind: "line", label: "source", isLater: true },
    { key: "dealType", kind: "line", label: "type", isLater: true },
    { key: "createdOn", kind: "day", label: "created", isLater: true },
  ],
  activities: [
    {
      key: "kind",
      kind: "line",
      label: "kind",
      isRequired: true,
      suggests: ["visit", "call", "message", "email", "meeting"],
    },
    { key: "on", kind: "day", label: "date", isRequired: true },
    CUSTOMER,
    { key: "deal", kind: "deal", label: "deal" },
    { key: "text", kind: "text", label: "text" },
  ],
  cases: [
    { key: "subject", kind: "line", label: "subject" },
    {
      key: "kind",
      kind: "line",
      label: "kind",
      isRequired: true,
      suggests: ["complaint", "repair", "question"],
    },
    CUSTOMER,
    { key: "number", kind: "line", label: "caseNumber" },
    { key: "openedOn", kind: "day", label: "opened", isRequired: true },
    { key: "priority", kind: "line", label: "priority", suggests: ["high", "medium", "low"] },
    { key: "status", kind: "line", label: "status", isRequired: true, suggests: ["working", "closed"] },
    { key: "text", kind: "text", label: "text" },
    { key: "cause", kind: "text", label: "cause", isLater: true },
    { key: "remedy", kind: "text", label: "remedy", isLater: true },
    { key: "remedyOwnerId", kind: "member", label: "remedyOwner", isLater: true },
    { key: "remedyDueOn", kind: "day", label: "remedyDue", isLater: true },
    { key: "remedyDoneOn", kind: "day", label: "remedyDone", isLater: true },
    { key: "checkOn", kind: "day", label: "checkOn", isLater: true },
    { key: "checkedOn", kind: "day", label: "checkedOn", isLater: true },
    { key: "hasRecurred", kind: "yes-no", label: "hasRecurred", isLater: true },
    { key: "closedOn", kind: "day", label: "caseClosed", isLater: true },
    { key: "satisfaction", kind: "score", label: "satisfaction", isLater: true },
  ],
  orders: [
    { key: "number", kind: "line", label: "number" },
    CUSTOMER,
    { key: "on", kind: "day", label: "date", isRequired: true },
    { key: "amount", kind: "money", label: "amount", isRequired: true },
    { key: "paid", kind: "money", label: "paid" },
    { key: "refunded", kind: "money", label: "refunded", isLater: true },
    { key: "dueOn", kind: "day", label: "due" },
    { key: "product", kind: "line", label: "product" },
    { key: "status", kind: "line", label: "status", isLater: true, suggests: [] },
  ],
  payments: [
    { key: "order", kind: "order", label: "order" },
    CUSTOMER,
    { key: "on", kind: "day", label: "date", isRequired: true },
    { key: "amount", kind: "money", label: "amount", isRequired: true },
  ],
  products: [
    { key: "name", kind: "line", label: "product", isRequired: true },
    { key: "productLine", kind: "line", label: "line", suggests: [] },
    { key: "price", kind: "money", label: "price" },
    { key: "cost", kind: "money", label: "cost" },
  ],
  answers: [
    { key: "scale", kind: "choice", label: "scale", isRequired: true, choices: ["csat", "nps"] },
    { key: "score", kind: "score", label: "score", isRequired: true },
    { key: "on", kind: "day", label: "date", isRequired: true },
    CUSTOMER,
    { key: "text", kind: "text", label: "text" },
  ],
};
