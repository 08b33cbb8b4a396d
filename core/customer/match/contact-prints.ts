import { nameKey } from "../../team/name-key.ts";
import type { Contact } from "../records.ts";
import { phoneKeys } from "./contact-points.ts";
import { customerOf } from "./deal-prints.ts";
import type { Evidence, Fingerprint, Judgement } from "./match-pair.ts";

/** A contact with what it is compared by. */
export interface ContactPrint extends Fingerprint<Contact> {
  readonly name: string;
  readonly customer: string;
  readonly phones: readonly string[];
  readonly email: string;
}

const LEAST = 50;

/** A contact as it is compared: with those of its customer that share name, telephone or e-mail, and with all that have its
 * e-mail address.
 * @example contactPrint({ id: "p", name: "王芳", customerId: "c" }).blocks // => ["#c|n王芳"]
 */
export function contactPrint(contact: Contact): ContactPrint {
  const name = nameKey(contact.name).replace(/\s/g, "");
  const customer = customerOf(contact);
  const phones = phoneKeys(contact.phone ?? "");
  const email = nameKey(contact.email ?? "");
  const blocks = customer === "" ? [] : [`${customer}|n${name}`];
  if (customer !== "") for (const phone of phones) blocks.push(`${customer}|p${phone}`);
  if (email !== "") blocks.push(`e:${email}`);
  return { record: contact, blocks, name, customer, phones, email };
}

/** What speaks for two contacts being one person. Certain: the same name, and the same telephone or e-mail address.
 * @example judgeContacts(contactPrint({ name: "王芳", email: "W@a.cn" }), contactPrint({ name: "王 芳", email: "w@a.cn" })).certainty // => "certain"
 * @example judgeContacts(contactPrint({ name: "王芳" }), contactPrint({ name: "王芳" })) // => null
 */
export function judgeContacts(one: ContactPrint, two: ContactPrint): Judgement | null {
  const evidence: Evidence[] = [];
  if (one.customer !== "" && one.customer === two.customer) evidence.push({ kind: "customer", weight: 10 });
  const isSame = one.name === two.name;
  if (isSame) evidence.push({ kind: "name-same", weight: 40 });
  if (one.phones.some((phone) => two.phones.includes(phone))) {
    evidence.push({ kind: "phone", weight: 40, value: one.record.phone! });
  }
  if (one.email !== "" && one.email === two.email) {
    evidence.push({ kind: "email", weight: 50, value: one.email });
  }
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  if (score < LEAST) return null;
  const hasPoint = evidence.some(({ kind }) => kind === "phone" || kind === "email");
  return { evidence, certainty: isSame && hasPoint ? "certain" : "likely" };
}
