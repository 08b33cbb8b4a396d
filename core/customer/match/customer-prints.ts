import type { Customer } from "../records.ts";
import { companyName, placeIn } from "./company-name.ts";
import type { CompanyName } from "./company-name.ts";
import { domainKey, phoneKeys } from "./contact-points.ts";
import { likeness } from "./name-likeness.ts";
import type { Evidence, Fingerprint, Judgement } from "./match-pair.ts";

/** A customer with what it is compared by. */
export interface CustomerPrint extends Fingerprint<Customer> {
  readonly name: CompanyName;
  /** How the name sounds, in Latin letters; "" where nobody can say. */
  readonly sound: string;
  readonly phones: readonly string[];
  readonly domain: string;
  readonly address: string;
  readonly addressPlace: string;
}

const HAN = /\p{Script=Han}/u;
const NAME_START = { han: 4, latin: 8 };
const ADDRESS_START = { han: 6, latin: 12 };
const SIMILAR = 0.6;

/** A customer as it is compared. `soundOf` turns Chinese characters into Latin letters.
 * @example customerPrint({ id: "c", name: "Acme Ltd", email: "a@acme.com" }, (text) => text).domain // => "acme.com"
 */
export function customerPrint(customer: Customer, soundOf: (text: string) => string): CustomerPrint {
  const name = companyName(customer.name);
  const phones = phoneKeys(customer.phone ?? "");
  const domain = domainKey(customer.website ?? "") || domainKey(customer.email ?? "");
  const address = (customer.address ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const sound = soundOf(name.core);
  const start = name.core.slice(0, HAN.test(name.core) ? NAME_START.han : NAME_START.latin);
  const blocks = [`n:${name.core}`, `s:${start}`];
  for (const phone of phones) blocks.push(`p:${phone}`);
  if (domain !== "") blocks.push(`d:${domain}`);
  if (sound !== "") blocks.push(`y:${sound}`);
  const addressPlace = placeIn(customer.address ?? "");
  return { record: customer, blocks, name, sound, phones, domain, address, addressPlace };
}

/** What speaks for two customers being one, and against it; `null` when it is too little to ask a person.
 * Certain: the same name and nothing against it, or the same telephone and a similar name. A place that only one name has
 * in front makes it likely, for there may be a company of that name in many a city.
 * @example judgeCustomers(customerPrint({ name: "Acme Ltd" }, () => ""), customerPrint({ name: "ACME" }, () => "")).certainty // => "certain"
 * @example judgeCustomers(customerPrint({ name: "Acme" }, () => ""), customerPrint({ name: "Zenith" }, () => "")) // => null
 */
export function judgeCustomers(one: CustomerPrint, two: CustomerPrint): Judgement | null {
  const name = nameEvidence(one, two);
  const points = pointEvidence(one, two);
  const against = againstEvidence(one, two);
  const evidence = [...(name === null ? [] : [name]), ...points, ...against];
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  if (score < LEAST) return null;
  const hasPhone = points.some(({ kind }) => kind === "phone");
  const isCertain =
    against.length === 0 &&
    name !== null &&
    (name.kind === "name-same" || hasPhone || (name.kind === "name-place" && points.length > 0));
  return { evidence, certainty: isCertain ? "certain" : score >= LIKELY ? "likely" : "possible" };
}

const LEAST = 30;
const LIKELY = 45;

function nameEvidence(one: CustomerPrint, two: CustomerPrint): Evidence | null {
  const [a, b] = [one.name, two.name];
  if (a.core === b.core) {
    if (a.place === b.place) return { kind: "name-same", weight: 60 };
    if (a.place !== "" && b.place !== "") return { kind: "name-elsewhere", weight: 30 };
    const named = a.place === "" ? b : a;
    return named.isPlaceAside ? { kind: "name-same", weight: 60 } : { kind: "name-place", weight: 45 };
  }
  if (one.sound !== "" && one.sound === two.sound) return { kind: "name-sound", weight: 40 };
  const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
  const isPart = long.includes(short) && short.length >= (HAN.test(short) ? 3 : 5);
  if (isPart || likeness(a.core, b.core) >= SIMILAR) return { kind: "name-similar", weight: 30 };
  return null;
}

function pointEvidence(one: CustomerPrint, two: CustomerPrint): readonly Evidence[] {
  const found: Evidence[] = [];
  if (one.phones.some((phone) => two.phones.includes(phone))) {
    found.push({ kind: "phone", weight: 35, value: one.record.phone! });
  }
  if (one.domain !== "" && one.domain === two.domain) {
    found.push({ kind: "domain", weight: 25, value: one.domain });
  }
  const length = HAN.test(one.address) ? ADDRESS_START.han : ADDRESS_START.latin;
  const isSameStart = one.address.slice(0, length) === two.address.slice(0, length);
  if (one.address.length >= length && isSameStart) found.push({ kind: "address", weight: 15 });
  return found;
}

function againstEvidence(one: CustomerPrint, two: CustomerPrint): readonly Evidence[] {
  const found: Evidence[] = [];
  const isApart = (a: string, b: string) => a !== "" && b !== "" && a !== b;
  if (isApart(one.name.place, two.name.place) || isApart(one.addressPlace, two.addressPlace)) {
    found.push({ kind: "other-place", weight: -25 });
  }
  if (isApart(one.domain, two.domain)) found.push({ kind: "other-domain", weight: -15 });
  return found;
}
