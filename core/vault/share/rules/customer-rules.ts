import { may, need } from "../field-rule.ts";
import type { FieldRule, RulesFor } from "../field-rule.ts";

const FACT = {
  source: "plain",
  sourceId: "contact",
  batchId: may("batches", "any"),
  line: "plain",
  by: { keys: "plain", values: { ref: "batches", lost: "clear", pull: "any", except: "typed" } },
  ownerName: "owner",
  credits: { list: { shape: { memberId: need("members"), share: "plain" } } },
} as const satisfies Record<string, FieldRule>;

const CUSTOMER = { customerId: may("customers", "any"), customerName: { name: "customer" } } as const;

const COLUMN: FieldRule = {
  shape: {
    header: "label",
    field: "plain",
    dateOrder: "plain",
    decimal: "plain",
    multiplier: "plain",
    prefix: "plain",
  },
};

export const CUSTOMER_RULES: RulesFor<
  | "customers"
  | "contacts"
  | "deals"
  | "activities"
  | "cases"
  | "orders"
  | "payments"
  | "products"
  | "stageEvents"
  | "answers"
  | "batches"
  | "mappings"
  | "stages"
> = {
  customers: {
    area: "customer",
    keeps: (customer, scope) => scope.owns(customer),
    fields: {
      id: "id",
      name: { name: "customer" },
      industry: "label",
      level: "label",
      region: "label",
      leadSource: "label",
      createdOn: "plain",
      phone: "contact",
      email: "contact",
      website: "contact",
      address: "contact",
      status: "label",
      lastContactOn: "plain",
      nextContactOn: "plain",
      renewalOn: "plain",
      ...FACT,
    },
  },
  contacts: {
    area: "customer",
    keeps: (contact, scope) => scope.owns(contact),
    fields: {
      id: "id",
      name: { name: "contact" },
      ...CUSTOMER,
      email: "contact",
      phone: "contact",
      title: "label",
      ...FACT,
    },
  },
  deals: {
    area: "customer",
    keeps: (deal, scope) => scope.owns(deal) && scope.during(deal.createdOn ?? deal.closedOn, deal.closedOn),
    fields: {
      id: "id",
      name: { name: "fact" },
      ...CUSTOMER,
      product: "label",
      amount: "plain",
      stage: "label",
      category: "plain",
      probability: "plain",
      expectedCloseOn: "plain",
      closedOn: "plain",
      createdOn: "plain",
      modifiedOn: "plain",
      lossReason: "text",
      nextStep: "text",
      lastActivityOn: "plain",
      dealType: "label",
      leadSource: "label",
      ...FACT,
    },
  },
  activities: {
    area: "customer",
    keeps: (activity, scope) => scope.on(activity.on) && scope.owns(activity),
    fields: {
      id: "id",
      kind: "label",
      on: "plain",
      ...CUSTOMER,
      dealId: may("deals", "own"),
      text: "text",
      ...FACT,
    },
  },
  cases: {
    area: "customer",
    keeps: (one, scope) => scope.during(one.openedOn ?? one.closedOn, one.closedOn) && scope.owns(one),
    fields: {
      id: "id",
      number: "contact",
      kind: "label",
      subject: "text",
      text: "text",
      priority: "label",
      ...CUSTOMER,
      status: "label",
      openedOn: "plain",
      closedOn: "plain",
      satisfaction: "plain",
      cause: "text",
      remedy: "text",
      remedyOwnerId: may("members"),
      remedyDueOn: "plain",
      remedyDoneOn: "plain",
      checkOn: "plain",
      checkedOn: "plain",
      hasRecurred: "plain",
      ...FACT,
    },
  },
  orders: {
    area: "customer",
    keeps: (order, scope) => scope.on(order.on) && scope.owns(order),
    fields: {
      id: "id",
      number: { name: "fact" },
      ...CUSTOMER,
      dealId: may("deals", "own"),
      product: "label",
      on: "plain",
      amount: "plain",
      paid: "plain",
      refunded: "plain",
      dueOn: "plain",
      status: "label",
      ...FACT,
    },
  },
  payments: {
    area: "customer",
    keeps: (payment, scope) => scope.on(payment.on) && scope.owns(payment),
    fields: {
      id: "id",
      orderId: may("orders", "own"),
      ...CUSTOMER,
      on: "plain",
      amount: "plain",
      ...FACT,
    },
  },
  products: {
    area: "customer",
    fields: { id: "id", name: "label", price: "plain", cost: "plain", productLine: "label", ...FACT },
  },
  stageEvents: {
    area: "customer",
    keeps: (event, scope) => scope.owns(event),
    fields: {
      id: "id",
      dealId: need("deals"),
      stage: "label",
      on: "plain",
      amount: "plain",
      expectedCloseOn: "plain",
      ...FACT,
    },
  },
  answers: {
    area: "customer",
    keeps: (answer, scope) => scope.on(answer.on) && scope.owns(answer),
    fields: { id: "id", scale: "plain", score: "plain", on: "plain", ...CUSTOMER, text: "text", ...FACT },
  },
  batches: {
    area: "customer",
    isReference: true,
    // Those of a limited share come along with what they brought.
    keeps: (_, scope) => scope.isWhole,
    fields: {
      id: "id",
      at: "plain",
      fileName: { name: "file" },
      fileSize: "plain",
      fileHash: "text",
      source: "plain",
      object: "plain",
      encoding: "plain",
      delimiter: "plain",
      sheet: { name: "file" },
      headerRow: "plain",
      columns: { list: COLUMN },
      mode: "plain",
      mappingId: may("mappings"),
      rows: {
        shape: {
          read: "plain",
          added: "plain",
          updated: "plain",
          unchanged: "plain",
          skipped: "plain",
          bad: "plain",
        },
      },
      bad: "history",
      rates: { keys: "plain", values: "plain" },
      exportedOn: "plain",
      isWhole: "plain",
      absent: "history",
      absentCount: "plain",
      undone: "plain",
      undo: { shape: { at: "plain", reverted: "plain", kept: "plain", failed: "plain" } },
    },
  },
  mappings: {
    area: "customer",
    keeps: (_, scope) => scope.isWhole,
    fields: {
      id: "id",
      name: "label",
      source: "plain",
      object: "plain",
      signature: "text",
      columns: { list: COLUMN },
      encoding: "plain",
    },
  },
  stages: {
    area: "customer",
    fields: {
      id: "plain",
      source: "plain",
      stage: "label",
      category: "plain",
      probability: "plain",
      order: "plain",
      normDays: "plain",
      column: "label",
    },
  },
};

/** What only a share of the whole book may hold: it speaks of records field by field, of any owner. */
export const HISTORY_RULES: RulesFor<"twins" | "batchChanges" | "matchVerdicts"> = {
  twins: {
    area: "history",
    fields: {
      id: "id",
      table: "plain",
      keptId: { refBy: "table" },
      name: { name: "fact" },
      said: "history",
      ...FACT,
    },
  },
  batchChanges: {
    area: "history",
    keeps: ({ table }) => Object.hasOwn(CUSTOMER_RULES, table),
    fields: {
      id: "id",
      batchId: need("batches"),
      table: "plain",
      recordId: "id",
      kind: "plain",
      before: "history",
      after: "history",
    },
  },
  matchVerdicts: {
    area: "history",
    fields: { id: "id", table: "plain", ids: { list: { refBy: "table" } }, verdict: "plain", on: "plain" },
  },
};
