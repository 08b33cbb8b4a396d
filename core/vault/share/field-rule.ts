import type { TableName } from "../../base/id.ts";
import type { RecordOf } from "../workspace.ts";
import type { ShareArea } from "./share-scope.ts";
import type { ScopeView } from "./scope-view.ts";

/** Kinds of names that a masked file numbers. */
export const NAME_KINDS = ["member", "owner", "customer", "contact", "fact", "file", "thing"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** How a value goes out. A field without a rule never does.
 * - `plain`: numbers, days, choices, names of fields: as it is.
 * - `id`: an id, or a key made of ids: as it is, with the masked ids when masked; what holds one of a member who is left out goes.
 * - `label`: what a thing of the team is called; masked only where it names a person or customer.
 * - `text`, `line`: what people wrote; masked it is empty, a `line` says that it is hidden.
 * - `note`: remarks on a person, out only with notes and never masked.
 * - `contact`: addresses, numbers, source ids, other names; gone when masked.
 * - `pay`: gone without pay. `coefficient`: what a level brings; neutral without pay.
 * - `message`: a sentence with parameters, which may hold names.
 * - `history`: lists of an import that speak of records beyond the scope: only in a share of everything.
 * - `subject`, `target`: about someone, who must be in the scope; `holder`: the same, where the team stands for all.
 * - a reference: the record must go along. `lost` says what becomes of it otherwise: `clear` takes the field away, `drop` what
 *   holds it, `follow` drops where the record is left out and clears where there is none, `keep` does as `drop` but leaves
 *   the id of a record that is no more. `pull` takes the record along: `any`, or those that are the scope's `own`. */
export type FieldRule =
  | "plain"
  | "id"
  | "label"
  | "text"
  | "line"
  | "note"
  | "contact"
  | "pay"
  | "coefficient"
  | "message"
  | "history"
  | "owner"
  | "subject"
  | "holder"
  | "target"
  | { readonly name: NameKind }
  | RefRule
  /** `<table>/<id>`; lost, what holds it goes. */
  | { readonly refText: "pull" | "leave" }
  /** The id of a record whose table a sister field names. */
  | { readonly refBy: string }
  | { readonly list: FieldRule }
  /** `or`: what is lost within it takes this much away and no more. */
  | { readonly shape: Readonly<Record<string, FieldRule>>; readonly or?: "clear" }
  | { readonly keys: FieldRule; readonly values: FieldRule }
  | RuleByKind;

/** What stands in a field depends on what a sister field says. */
export interface RuleByKind {
  readonly where: string;
  readonly is: Readonly<Record<string, FieldRule>>;
  readonly else: FieldRule;
}

export interface RefRule {
  readonly ref: TableName;
  readonly lost: "clear" | "drop" | "follow" | "keep";
  readonly pull?: "any" | "own";
  /** Values that are no ids. */
  readonly except?: string;
}

/** What goes out of a table. */
export interface TableRule<T extends TableName = TableName> {
  /** The area that it belongs to. `always`: with every share. `history`: only in a share of everything and everybody, not masked. */
  readonly area: ShareArea | "always" | "history" | "notes";
  /** Only with pay. */
  readonly isPay?: true;
  /** May be taken along for what refers to it, whatever areas are chosen: definitions. */
  readonly isReference?: true;
  /** Whether a record is in the scope, beside what its references say. */
  readonly keeps?: (record: RecordOf<T>, scope: ScopeView) => boolean;
  readonly fields: { readonly [F in keyof RecordOf<T>]-?: FieldRule };
}

/** The rules of all tables of a room. */
export type RulesFor<T extends TableName> = { readonly [K in T]: TableRule<K> };

/** A reference whose loss takes what holds it with it.
 * @example need("members") // => { ref: "members", lost: "drop" }
 */
export function need(ref: TableName, pull?: "any" | "own"): RefRule {
  return pull ? { ref, lost: "drop", pull } : { ref, lost: "drop" };
}

/** A reference that may be taken away.
 * @example may("skills", "any") // => { ref: "skills", lost: "clear", pull: "any" }
 */
export function may(ref: TableName, pull?: "any" | "own"): RefRule {
  return pull ? { ref, lost: "clear", pull } : { ref, lost: "clear" };
}

/** The rule of a field as its holder decides.
 * @example ruleWithin({ where: "kind", is: { note: "text" }, else: "label" }, { kind: "note" }) // => "text"
 */
export function ruleWithin(rule: FieldRule, holder: Readonly<Record<string, unknown>>): FieldRule {
  if (typeof rule === "string" || !("where" in rule)) return rule;
  return rule.is[String(holder[rule.where])] ?? rule.else;
}
