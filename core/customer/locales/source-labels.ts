import type { ImportObject, Source } from "../records.ts";

/** Where a source's words mean another field than elsewhere: label → field. */
export const LABELS_BY_SOURCE: Readonly<
  Partial<Record<Source, Partial<Record<ImportObject, Readonly<Record<string, string>>>>>>
> = {
  salesforce: { deals: { "Close Date": "expectedClose" } },
  hubspot: { deals: { "Close Date": "expectedClose" } },
  zoho: { deals: { "Close Date": "expectedClose" } },
};

/** Labels that only one source writes: how it is told from the others. */
export const LABELS_OF_SOURCE: Readonly<
  Record<"zoho" | "fxiaoke" | "salesforce" | "hubspot", readonly RegExp[]>
> = {
  zoho: [
    /^record id$/,
    /\.id$/,
    /^sub-pipeline$/,
    /^stage duration \(calendar days\)$/,
    /^potential name$/,
    /^closing date$/,
    /^(deal|account|contact) owner$/,
    /^reported by$/,
    /^case reason$/,
  ],
  fxiaoke: [
    /唯一性id$/,
    /^负责人主属部门$/,
    /^(普通成员|联合跟进人|售后人员|人员-普通成员)-/,
    /^所属公海$/,
    /^生命状态$/,
    /^锁定状态$/,
    /^销售订单(编号|金额)$/,
    /^(已回款|待回款|已开票|已退款)金额$/,
    /^员工(姓名|编号|状态)$/,
    /^[12]级行业$/,
    /^(转手次数|成交状态|跟进正文)$/,
    /^商机(名称|阶段|状态)$/,
    /^阶段状态$/,
    /^主属部门$/,
    /^回款编号$/,
    /^线索池$/,
    /^互动(场景|方式)$/,
  ],
  salesforce: [/^opportunity owner$/, /^opportunity id \(18 digit\)$/, /^owner role$/, /^fiscal period$/],
  hubspot: [/^deal stage$/, /^associated company/, /^create date$/, /^last activity date$/, /^deal owner$/],
};

/** What CRMs export and this book does not hold, by file or sheet name and by headers that no other file has. */
export const UNREAD_OBJECTS: readonly {
  readonly what: "leads" | "other";
  readonly name: RegExp;
  readonly header?: RegExp;
}[] = [
  {
    what: "leads",
    name: /^\s*leads?(_|\d|\s|$)|^线索|线索(对象|数据)/i,
    header: /^(lead owner|lead id|lead name|线索池|线索编号|线索名称|线索负责人|转换时间)$/,
  },
  {
    what: "other",
    name: /^\s*(campaigns?|vendors?|quotes?|invoices?|price_?books?|purchase_?orders?|attachments?|forecasts?|(quoted|invoiced|ordered|purchase)_items)(_|\d|\s|$)|^(市场活动|供应商|报价单|开票|价目表|合同|竞争对手|费用|退货单)/i,
  },
];

/** File and sheet names that tell the object. The first that fits counts. */
export const NAMES_OF_OBJECT: readonly (readonly [RegExp, ImportObject])[] = [
  [/^\s*(calls?|tasks?|notes?|events?|meetings?|activit(y|ies))(_|\d|\s|$)/i, "activities"],
  [/deals?__|stage.?history|阶段历史|阶段变更/i, "stage-history"],
  [/orders?(?![a-z])|订单/i, "orders"],
  [/payments?|receipts?|回款|收款/i, "payments"],
  [/deals?|opportunit|potentials?|pipeline|商机/i, "deals"],
  [/calls?|tasks?|notes?|activit|销售记录|跟进|拜访/i, "activities"],
  [/cases?|tickets?|工单|服务请求|投诉/i, "cases"],
  [/products?|产品/i, "products"],
  [/employees?|members?|staff|users?|sales_teams|人员|员工|成员/i, "members"],
  [/surveys?|responses?|satisfaction|满意度|问卷|回访/i, "answers"],
  [/contacts?|联系人/i, "contacts"],
  [/accounts?|customers?|compan|clients?|organi[sz]ations?|客户/i, "customers"],
];
