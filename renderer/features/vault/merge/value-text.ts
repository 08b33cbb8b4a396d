import type { AnyRecord } from "../../../../core/base/change.ts";
import type { Day } from "../../../../core/base/day.ts";
import { parseSubjectKey } from "../../../../core/base/id.ts";
import type { TableName } from "../../../../core/base/id.ts";
import type { Message } from "../../../../core/base/message.ts";
import type { Money } from "../../../../core/base/money.ts";
import { quantityOf } from "../../../../core/kpi/kpi-value.ts";
import { recordById } from "../../../../core/vault/apply-changes.ts";
import { fieldKind } from "../../../../core/vault/merge/field-kind.ts";
import type { FieldKind } from "../../../../core/vault/merge/field-kind.ts";
import { TABLE_BY_FIELD } from "../../../../core/vault/merge/record-references.ts";
import { fieldName } from "../../../../core/vault/merge/field-name.ts";
import { recordTitle } from "../../../../core/vault/merge/record-title.ts";
import { valueWord } from "../../../../core/vault/merge/value-word.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import type { Words } from "../../../../core/words/words.ts";
import type { OpenMerge } from "../../../storage/merge.ts";
import { momentText } from "../vault-text.ts";
import { WHOLE, differing, isReordered, namesOf } from "./differing.ts";

const LONGEST = 200;

/** Ids that name a record and hold nothing: nobody minds when it is gone. */
const NAMED_BY_FIELD: Readonly<Record<string, TableName>> = {
  ...TABLE_BY_FIELD,
  targetId: "targets",
  stepId: "ladderSteps",
};
/** What the keys of a dictionary are ids of, by `<table>.<path>`. */
const TABLE_OF_KEYS: Readonly<Record<string, TableName>> = {
  "members.interests": "duties",
  "targetLocks.original": "targets",
};
const DICTIONARIES: ReadonlySet<string> = new Set([
  ...Object.keys(TABLE_OF_KEYS),
  "goals.valueByYear",
  "settings.careDays",
]);

/** Where names are looked up: here, else in the file. */
export function sourcesOf({ mine, file }: OpenMerge): readonly Workspace[] {
  return [mine, file.workspace];
}

/** What a record is called. */
export function titleText(
  words: Words,
  sources: readonly Workspace[],
  { table, id }: { readonly table: TableName; readonly id: string },
): string {
  return said(words, recordTitle(sources, table, id));
}

/** The two values of a field as a person reads them: names in place of ids, amounts, shares and days in the reader's form, what is
 * measured in the unit of its KPI, lists and dictionaries by what is in them. Only what the two do not share is said, with the
 * names of the fields inside; where only the order differs, that. */
export function valueTexts(
  words: Words,
  sources: readonly Workspace[],
  of: {
    readonly table: TableName;
    readonly id: string;
    readonly field: string;
    readonly mine: unknown;
    readonly theirs: unknown;
  },
): readonly [string, string] {
  const { table, id, field } = of;
  const saying: Saying = { words, sources, table, id };
  const text = (value: unknown) => brief(saying, { path: field, field, value });
  if (isReordered(of.mine, of.theirs))
    return [orderText(saying, of, of.mine), orderText(saying, of, of.theirs)];
  const [left, right] = differing(of.mine, of.theirs);
  const [mine, theirs] = apart(text(left), text(right), words.text("vault.merge.list-sign"));
  return [cut(mine), cut(theirs)];
}

/** The elements in their order, each by what it is called; whole where two are called alike. */
function orderText(by: Saying, { field }: { readonly field: string }, value: unknown): string {
  const list = value as readonly unknown[];
  const called = list.map((one) => {
    const [name] = typeof one === "object" && one !== null ? namesOf(one as Fields) : [];
    if (name === undefined) return brief(by, { path: field, field, value: one });
    return brief(by, { path: `${field}.${name}`, field: name, value: (one as Fields)[name] });
  });
  const isClear = new Set(called).size === called.length;
  const texts = isClear ? called : list.map((one) => brief(by, { path: field, field, value: one }));
  return cut(by.words.text("vault.merge.order-only", { list: listText(by.words, texts) }));
}

type Fields = Readonly<Record<string, unknown>>;

/** Two texts without the parts that both have; a sign tells that there are some. */
function apart(mine: string, theirs: string, sign: string): readonly [string, string] {
  const [left, right] = [mine.split(sign), theirs.split(sign)];
  const own = (parts: readonly string[], others: readonly string[]) =>
    parts.filter((part) => !others.includes(part));
  const [onlyMine, onlyTheirs] = [own(left, right), own(right, left)];
  const isShared = onlyMine.length < left.length && onlyMine.length > 0 && onlyTheirs.length > 0;
  return isShared ? [`…${onlyMine.join(sign)}`, `…${onlyTheirs.join(sign)}`] : [mine, theirs];
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Who says it, where names are looked up, and of which record it is. */
interface Saying {
  readonly words: Words;
  readonly sources: readonly Workspace[];
  readonly table: TableName;
  readonly id: string;
  /** Of which kind the rule is that is being said, and how it looks its tiers up. */
  readonly variant?: unknown;
  readonly tiers?: FieldKind;
}

interface Named {
  /** The way from the record to the value. */
  readonly path: string;
  readonly field: string;
  readonly value: unknown;
}

function brief(by: Saying, { path, field, value }: Named): string {
  const { words } = by;
  if (value === undefined || value === null || value === "") return words.text("vault.merge.empty");
  if (typeof value === "boolean") return words.text(value ? "customer.choice.yes" : "customer.choice.no");
  if (typeof value === "number") return numberText(by, path, value);
  if (typeof value === "string") return textOf(by, { path, field, value });
  if (Array.isArray(value)) {
    return listText(
      words,
      value.map((one: unknown) => brief(by, { path, field, value: one })),
    );
  }
  if (typeof value !== "object") return words.text("vault.merge.empty");
  if ("zh" in value && "en" in value)
    return words.name(value as { readonly zh: string; readonly en: string });
  if (isMessage(value)) return words.say(value);
  if (DICTIONARIES.has(`${by.table}.${path}`)) return dictionaryText(by, { path, field, value });
  return fieldsText(by, path, value as Fields);
}

/** What an object is called, then each field with its name. */
function fieldsText(by: Saying, path: string, value: Fields): string {
  const { words, table } = by;
  const inside = withRule(by, (value as { readonly [WHOLE]?: object })[WHOLE] ?? value);
  const named = namesOf(value);
  const names = Object.keys(value).filter(
    (name) => !named.includes(name) && name !== "id" && name !== "key" && !isEmpty(value[name]),
  );
  const text = (name: string) => brief(inside, { path: `${path}.${name}`, field: name, value: value[name] });
  const fields = names.map((name) => `${words.say(fieldName(table, `${path}.${name}`))} ${text(name)}`);
  return [...named.map(text), fields.join(words.text("vault.merge.inner-sign"))]
    .filter((part) => part !== "")
    .join(" ");
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function withRule(by: Saying, value: object): Saying {
  if (!("kind" in value)) return by;
  const tiers = "by" in value && value.by === "amount" ? "money" : "share";
  return { ...by, variant: value.kind, tiers };
}

function listText(words: Words, parts: readonly string[]): string {
  return parts.length === 0
    ? words.text("vault.merge.empty")
    : parts.join(words.text("vault.merge.list-sign"));
}

/** Each value with what its key stands for. */
function dictionaryText(by: Saying, { path, field, value }: Named & { readonly value: object }): string {
  const { words, sources, table } = by;
  const ids = TABLE_OF_KEYS[`${table}.${path}`];
  const keyText = (key: string) => {
    if (ids !== undefined) return said(words, recordTitle(sources, ids, key));
    return key === "" ? words.text("customer.care.days.others") : key;
  };
  return listText(
    words,
    Object.entries(value).map(
      ([key, one]) => `${keyText(key)} ${brief(by, { path, field, value: one as unknown })}`,
    ),
  );
}

function numberText(by: Saying, path: string, value: number): string {
  const { words } = by;
  const kind = fieldKind(by.table, path, by.variant);
  switch (kind === "tier" ? by.tiers : kind) {
    case "money":
      return words.quantity({ unit: "money", value: value as Money }, "full");
    case "share":
      return words.quantity({ unit: "percent", value: value / 1_000_000 }, "full");
    case "kpi":
      return words.quantity(quantityOf(unitOf(by), value), "full");
    case "year":
      return String(value);
    default:
      return words.quantity({ unit: "ratio", value });
  }
}

/** The unit of the KPI that the record is, or names; a plain number where nobody knows it. */
function unitOf({ sources, table, id }: Saying): Parameters<typeof quantityOf>[0] {
  const find = (where: TableName, wanted: string): AnyRecord | undefined => {
    for (const source of sources) {
      const record = recordById(source, where, wanted);
      if (record) return record;
    }
    return undefined;
  };
  const own = find(table, id) as { readonly kpiId?: string } | undefined;
  const kpiId = table === "kpis" ? id : own?.kpiId;
  const kpi = kpiId === undefined ? undefined : find("kpis", kpiId);
  return (kpi as { readonly unit?: Parameters<typeof quantityOf>[0] } | undefined)?.unit ?? "ratio";
}

/** Sentences of the app are kept without a language. */
function isMessage(value: object): value is Message {
  return Object.keys(value).every((name) => name === "key" || name === "params") && "key" in value;
}

function textOf(
  { words, sources, table: own, variant }: Saying,
  of: { readonly path: string; readonly field: string; readonly value: string },
): string {
  const { path, field, value } = of;
  const kind = fieldKind(own, path, variant);
  if (kind === "day") return words.day(value as Day);
  if (kind === "moment") return momentText(words, Date.parse(value));
  if (kind === "period") return words.period(value);
  const word = valueWord(own, path, value);
  if (word !== null) return words.say(word);
  const table = Object.hasOwn(NAMED_BY_FIELD, field) ? NAMED_BY_FIELD[field] : undefined;
  if (table !== undefined) return said(words, recordTitle(sources, table, value));
  if (kind === "subject" || /^(member|group):./.test(value)) return subjectText(words, sources, value);
  return value;
}

function subjectText(words: Words, sources: readonly Workspace[], key: string): string {
  const subject = parseSubjectKey(key);
  if (subject.kind === "member") return said(words, recordTitle(sources, "members", subject.id));
  if (subject.kind === "group") return said(words, recordTitle(sources, "groups", subject.id));
  return words.text(subject.kind === "team" ? "base.team" : "base.unassigned");
}

function said(words: Words, title: string | Message): string {
  return typeof title === "string" ? title : words.say(title);
}
