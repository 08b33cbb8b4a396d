import type { TableName } from "../../base/id.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { Message } from "../../base/message.ts";
import { parseTargetId } from "../../target/target-id.ts";
import { subjectKey } from "../../base/id.ts";
import { need, ruleWithin } from "./field-rule.ts";
import type { FieldRule, NameKind, RefRule } from "./field-rule.ts";
import { namesId } from "./id-text.ts";
import type { NameMask } from "./name-mask.ts";
import type { ScopeView } from "./scope-view.ts";

/** The field goes; what holds it goes. */
export const CLEARED = Symbol("cleared");
export const DROPPED = Symbol("dropped");

/** What the copy of a value asks. */
export interface SharePass {
  readonly view: ScopeView;
  /** `null`: names go out as they are. */
  readonly mask: NameMask | null;
  /** Members who are left out. */
  readonly strangers: ReadonlySet<string>;
  /** Whether lists of imports that speak of any record may go out. */
  readonly withHistory: boolean;
  /** What a file is called instead of its name. */
  fileName(name: string): string;
  isKept(table: TableName, id: string): boolean;
  isThere(table: TableName, id: string): boolean;
}

type Holder = Readonly<Record<string, unknown>>;

/** A value as it goes out, made anew from what its rule names; or that it, or what holds it, does not.
 * @example shareValue("plain", 3, {}) // => 3
 */
export function shareValue(rule: FieldRule, value: unknown, pass: SharePass): unknown {
  if (value === undefined) return CLEARED;
  if (value === null) return null;
  if (typeof rule === "string") return plainValue(rule, value, pass);
  if ("name" in rule) return typeof value === "string" ? nameValue(rule.name, value, pass) : value;
  if ("ref" in rule) return refValue(rule, value, pass);
  if ("refText" in rule) {
    const [table, id] = splitRef(value as string);
    return pass.isKept(table, id) ? idValue(value, pass) : DROPPED;
  }
  if ("refBy" in rule || "where" in rule) throw new Error("such a rule is read beside its sister field");
  if ("list" in rule) return listValue(rule.list, value, pass);
  if ("keys" in rule) return keyedValue(rule, value as Holder, pass);
  const shaped = shareShape(rule.shape, value as Holder, pass);
  return shaped === DROPPED && rule.or === "clear" ? CLEARED : shaped;
}

/** An object with the fields that have a rule, and no other.
 * @example shareShape({ a: "plain" }, { a: 1, b: 2 }, {}) // => { a: 1 }
 */
export function shareShape(
  shape: Readonly<Record<string, FieldRule>>,
  value: Holder,
  pass: SharePass,
): Holder | typeof DROPPED {
  const out: Record<string, unknown> = {};
  for (const field of Object.keys(shape)) {
    if (value[field] === undefined) continue;
    const said = shareValue(withTable(ruleWithin(shape[field]!, value), value), value[field], pass);
    if (said === DROPPED) return DROPPED;
    if (said !== CLEARED) out[field] = said;
  }
  return out;
}

/** A rule that looks for its table in a sister field, with the table. */
function withTable(rule: FieldRule, holder: Holder): FieldRule {
  if (typeof rule === "string") return rule;
  if ("refBy" in rule) return need(holder[rule.refBy] as TableName);
  const isListed = "list" in rule && typeof rule.list === "object" && "refBy" in rule.list;
  return isListed ? { list: withTable(rule.list, holder) } : rule;
}

/** `<table>/<id>` in its parts.
 * @example splitRef("deals/zoho:deals:1") // => ["deals", "zoho:deals:1"]
 */
export function splitRef(text: string): readonly [TableName, string] {
  const slash = text.indexOf("/");
  return [text.slice(0, slash) as TableName, text.slice(slash + 1)];
}

/** People call files after people: where some are left out, files are numbered. */
function nameValue(kind: NameKind, value: string, { mask, view, fileName }: SharePass): string {
  if (mask) return mask.name(kind, value);
  return kind === "file" && !view.isEverybody ? fileName(value) : value;
}

function plainValue(rule: Extract<FieldRule, string>, value: unknown, pass: SharePass): unknown {
  const { mask, view } = pass;
  switch (rule) {
    case "plain":
      return value;
    case "id":
      return idValue(value, pass);
    case "subject":
      return view.subject(value as string) ? idValue(value, pass) : DROPPED;
    case "holder":
      return value === "team" || view.subject(value as string) ? idValue(value, pass) : DROPPED;
    case "target":
      return targetIsIn(value as string, view) ? idValue(value, pass) : DROPPED;
    case "pay":
      return view.scope.withPay ? value : CLEARED;
    case "coefficient":
      return view.scope.withPay ? value : WHOLE_PPM;
    case "history":
      return pass.withHistory ? value : Array.isArray(value) ? [] : {};
    case "owner":
      return ownerValue(view.owner(value as string), mask);
    case "note":
      return view.scope.withNotes && !mask ? value : "";
    default:
      return mask ? maskedText(rule, value, mask) : value;
  }
}

/** Of what comes along for the sake of others: whose it is stays unsaid where that one is left out. */
function ownerValue(own: string | undefined, mask: NameMask | null): unknown {
  if (own === undefined) return CLEARED;
  return mask ? mask.owner(own) : own;
}

function maskedText(rule: Extract<FieldRule, string>, value: unknown, mask: NameMask): unknown {
  if (typeof value !== "string") return maskedMessage(value as Message, mask);
  if (rule === "label") return mask.label(value);
  if (rule === "line") return mask.words.hidden;
  return rule === "contact" ? CLEARED : "";
}

/** A sentence whose texts are hidden; numbers, days and the sentence itself stay. */
function maskedMessage({ key, params }: Message, mask: NameMask): Message {
  if (params === undefined) return { key };
  const masked = Object.entries(params).map(([name, param]): [string, typeof param] => {
    if (typeof param === "string") return [name, mask.words.hidden];
    return [name, typeof param === "object" && "key" in param ? maskedMessage(param, mask) : param];
  });
  return { key, params: Object.fromEntries(masked) };
}

function idValue(value: unknown, { mask, strangers }: SharePass): unknown {
  if (typeof value !== "string") return value;
  if (namesId(value, strangers)) return DROPPED;
  return mask ? mask.id(value) : value;
}

function refValue(rule: RefRule, value: unknown, pass: SharePass): unknown {
  if (typeof value !== "string" || value === rule.except) return value;
  if (pass.isKept(rule.ref, value)) return pass.mask ? pass.mask.id(value) : value;
  if (rule.lost === "clear") return CLEARED;
  if (rule.lost === "drop" || pass.isThere(rule.ref, value)) return DROPPED;
  return rule.lost === "follow" ? CLEARED : value;
}

function listValue(rule: FieldRule, value: unknown, pass: SharePass): unknown {
  if (!Array.isArray(value)) return value;
  return value.flatMap((entry: unknown) => {
    const said = shareValue(rule, entry, pass);
    return said === CLEARED || said === DROPPED ? [] : [said];
  });
}

function keyedValue(
  rule: { readonly keys: FieldRule; readonly values: FieldRule },
  value: Holder,
  pass: SharePass,
): Holder {
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    const name = shareValue(rule.keys, key, pass);
    const said = shareValue(rule.values, entry, pass);
    return [name, said].some((one) => one === CLEARED || one === DROPPED)
      ? []
      : [[name as string, said] as const];
  });
  return Object.fromEntries(entries);
}

function targetIsIn(id: string, view: ScopeView): boolean {
  const place = parseTargetId(id);
  if (place === null) return view.isEverybody;
  return view.subject(subjectKey(place.subject)) && view.period(place.periodId);
}
