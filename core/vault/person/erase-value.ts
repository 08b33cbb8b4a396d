import { matchOwner } from "../../customer/owner.ts";
import type { OwnerIndex } from "../../customer/owner.ts";
import { ruleWithin } from "../share/field-rule.ts";
import type { FieldRule } from "../share/field-rule.ts";
import { replaceIds } from "../share/id-text.ts";
import { withoutMarks } from "./person-marks.ts";
import type { PersonMarks } from "./person-marks.ts";

/** Whom a value must no longer name, and who stands there instead. */
export interface ErasedPerson {
  readonly id: string;
  readonly marks: PersonMarks;
  readonly neutral: { readonly id: string; readonly name: string };
  readonly owners: OwnerIndex;
  readonly newIds: ReadonlyMap<string, string>;
}

type Holder = Readonly<Record<string, unknown>>;

/** Rules whose values are no words of people. */
const NO_WORDS: ReadonlySet<FieldRule> = new Set<FieldRule>(["plain", "pay", "coefficient"]);
const IDS: ReadonlySet<FieldRule> = new Set<FieldRule>(["id", "subject", "holder", "target"]);

/** A value without a person: their id is that of who stands in their place, and where words name them they name that one.
 * Names of contacts stay, and of customers unless they are the person's own: they speak of somebody else.
 * @example eraseValue("text", "Ann calls", { marks: { own: ["Ann"], longer: [] }, neutral: { name: "X" }, newIds: new Map() }) // => "X calls"
 */
export function eraseValue(rule: FieldRule, value: unknown, of: ErasedPerson): unknown {
  if (value === undefined || value === null || NO_WORDS.has(rule)) return value;
  if (IDS.has(rule)) return idWithout(value, of);
  if (typeof rule === "string") {
    return rule === "owner" && isPerson(value, of) ? of.neutral.name : wordsWithout(value, of);
  }
  if ("ref" in rule || "refText" in rule || "refBy" in rule) return idWithout(value, of);
  if ("name" in rule) {
    if (rule.name === "contact") return value;
    if (rule.name !== "customer") return wordsWithout(value, of);
    return of.marks.own.includes(value as string) ? of.neutral.name : value;
  }
  if ("list" in rule) {
    return Array.isArray(value)
      ? value.map((one) => eraseValue(rule.list, one, of))
      : wordsWithout(value, of);
  }
  if ("keys" in rule) {
    return Object.fromEntries(
      Object.entries(value as Holder).map(([key, one]) => [
        eraseValue(rule.keys, key, of) as string,
        eraseValue(rule.values, one, of),
      ]),
    );
  }
  if ("where" in rule) return wordsWithout(value, of);
  return eraseShape(rule.shape, value as Holder, of);
}

/** The same for the fields of an object.
 * @example eraseShape({ a: "plain" }, { a: 1 }, {}) // => { a: 1 }
 */
export function eraseShape(
  shape: Readonly<Record<string, FieldRule>>,
  value: Holder,
  of: ErasedPerson,
): Holder {
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      shape[field] ? eraseValue(ruleWithin(shape[field], value), one, of) : one,
    ]),
  );
}

/** Any value whose shape is not known: what an import said, the parameters of a sentence.
 * @example wordsWithout({ a: ["Ann"] }, { marks: { own: ["Ann"], longer: [] }, neutral: { name: "X" }, newIds: new Map() }) // => { a: ["X"] }
 */
export function wordsWithout(value: unknown, of: ErasedPerson): unknown {
  if (typeof value === "string") {
    return withoutMarks(replaceIds(value, of.newIds), of.marks, of.neutral.name);
  }
  if (Array.isArray(value)) return value.map((one) => wordsWithout(one, of));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wordsWithout(one, of)]));
}

function idWithout(value: unknown, of: ErasedPerson): unknown {
  return typeof value === "string" ? replaceIds(value, of.newIds) : value;
}

function isPerson(value: unknown, { id, owners }: ErasedPerson): boolean {
  const match = typeof value === "string" ? matchOwner(value, owners) : null;
  return match?.kind === "member" && match.memberId === id;
}
