import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";

/** Property of a record → the name of what a file calls it: `customer.field.<label>`. */
const LABEL_BY_PROPERTY: Readonly<Record<string, string>> = {
  name: "name",
  number: "number",
  customerId: "customer",
  customerName: "customer",
  ownerName: "owner",
  credits: "owner",
  amount: "amount",
  product: "product",
  stage: "stage",
  category: "stage",
  status: "status",
  probability: "probability",
  expectedCloseOn: "expectedClose",
  closedOn: "closed",
  createdOn: "created",
  modifiedOn: "modified",
  leadSource: "source",
  dealType: "type",
  lossReason: "lossReason",
  nextStep: "nextStep",
  lastActivityOn: "lastActivity",
  industry: "industry",
  level: "level",
  region: "region",
  phone: "phone",
  email: "email",
  website: "website",
  address: "address",
  lastContactOn: "lastContact",
  nextContactOn: "nextContact",
  renewalOn: "renewal",
  title: "title",
  on: "date",
  paid: "paid",
  refunded: "refunded",
  dueOn: "due",
  dealId: "deal",
  orderId: "order",
  kind: "kind",
  text: "text",
  subject: "subject",
  priority: "priority",
  openedOn: "opened",
  satisfaction: "satisfaction",
  cause: "cause",
  remedy: "remedy",
  price: "price",
  cost: "cost",
  productLine: "line",
  employeeNumber: "employeeNumber",
  aliases: "alias",
  hiredOn: "hired",
  leftOn: "left",
  scale: "scale",
  score: "score",
};

/** The name of a record's property; `null` for one that nobody calls by a name.
 * @example fieldLabel("expectedCloseOn") // => { key: "customer.field.expectedClose" }
 */
export function fieldLabel(property: string): Message | null {
  const label = Object.hasOwn(LABEL_BY_PROPERTY, property) ? LABEL_BY_PROPERTY[property] : undefined;
  return label === undefined ? null : message(`customer.field.${label}`);
}
