import type { Day } from "../../../../core/base/day.ts";
import { parseSubjectKey } from "../../../../core/base/id.ts";
import type { TableName } from "../../../../core/base/id.ts";
import type { Message } from "../../../../core/base/message.ts";
import type { Money } from "../../../../core/base/money.ts";
import { fieldKind } from "../../../../core/vault/merge/field-kind.ts";
import { TABLE_BY_FIELD } from "../../../../core/vault/merge/record-references.ts";
import { recordTitle } from "../../../../core/vault/merge/record-title.ts";
import { valueWord } from "../../../../core/vault/merge/value-word.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import type { Words } from "../../../../core/words/words.ts";
import type { OpenMerge } from "../../../storage/merge.ts";

const LONGEST = 200;

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

/** A field's value as a person reads it: names in place of ids, amounts and days in the reader's form, lists by what is in them. */
export function valueText(
  words: Words,
  sources: readonly Workspace[],
  of: { readonly table: TableName; readonly field: string; readonly value: unknown },
): string {
  const { table, field, value } = of;
  if (value === undefined || value === null || value === "") return words.text("vault.merge.empty");
  const kind = fieldKind(table, field);
  if (typeof value === "number") {
    if (kind === "money") return words.quantity({ unit: "money", value: value as Money }, "full");
    if (kind === "share") return words.quantity({ unit: "percent", value: value / 1_000_000 }, "full");
  }
  if (kind === "day") return words.day(value as Day);
  if (kind === "period") return words.period(String(value));
  return brief({ words, sources, table }, { path: field, field, value }).slice(0, LONGEST);
}

/** Who says it, where names are looked up, and of which table the record is. */
interface Saying {
  readonly words: Words;
  readonly sources: readonly Workspace[];
  readonly table: TableName;
}

interface Named {
  /** The way from the record to the value. */
  readonly path: string;
  readonly field: string;
  readonly value: unknown;
}

function brief(by: Saying, { path, field, value }: Named): string {
  const { words } = by;
  if (typeof value === "boolean") return words.text(value ? "customer.choice.yes" : "customer.choice.no");
  if (typeof value === "number") return words.quantity({ unit: "ratio", value });
  if (typeof value === "string") return textOf(by, { path, field, value });
  if (Array.isArray(value)) {
    const parts = value.map((one: unknown) => brief(by, { path, field, value: one }));
    return parts.length === 0
      ? words.text("vault.merge.empty")
      : parts.join(words.text("vault.merge.list-sign"));
  }
  if (typeof value !== "object" || value === null) return words.text("vault.merge.empty");
  if ("zh" in value && "en" in value)
    return words.name(value as { readonly zh: string; readonly en: string });
  if (isMessage(value)) return words.say(value);
  return Object.entries(value)
    .filter(([name]) => name !== "id" && name !== "key")
    .map(([name, one]) => brief(by, { path: `${path}.${name}`, field: name, value: one as unknown }))
    .filter((text) => text !== "")
    .join(" ");
}

/** Sentences of the app are kept without a language. */
function isMessage(value: object): value is Message {
  return Object.keys(value).every((name) => name === "key" || name === "params") && "key" in value;
}

function textOf(
  { words, sources, table: own }: Saying,
  of: { readonly path: string; readonly field: string; readonly value: string },
): string {
  const { path, field, value } = of;
  const word = valueWord(own, path, value);
  if (word !== null) return words.say(word);
  const table = Object.hasOwn(TABLE_BY_FIELD, field) ? TABLE_BY_FIELD[field] : undefined;
  if (table !== undefined) return said(words, recordTitle(sources, table, value));
  if (/^(member|group):./.test(value)) {
    const subject = parseSubjectKey(value);
    if (subject.kind === "member") return said(words, recordTitle(sources, "members", subject.id));
    if (subject.kind === "group") return said(words, recordTitle(sources, "groups", subject.id));
  }
  if (field === "subject" && value === "team") return words.text("base.team");
  return value;
}

function said(words: Words, title: string | Message): string {
  return typeof title === "string" ? title : words.say(title);
}
