import type { z } from "zod";
import { expect, it } from "vitest";
import type { TableName } from "../../../../../core/base/id.ts";
import { valueWord } from "../../../../../core/vault/merge/value-word.ts";
import { SCHEMA_BY_TABLE } from "../../../../../core/vault/workspace.ts";
import { en } from "../../../../../core/words/en.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";

/** What is written once and never edited, so that no two copies differ in it, or is joined as it stands. */
const NEVER_IN_CONFLICT =
  /^(statements|reviewSnapshots)\.|^settings\.(id$|erased\.)|\.params\.|\.figure\.unit$|\.decimal$/;

interface Definition {
  readonly type: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly options?: readonly z.core.$ZodType[];
}

/** Every choice of a schema, with the path to it. */
function choices(schema: z.core.$ZodType, path: string): readonly (readonly [string, string])[] {
  const found = schema._zod.def as unknown as Definition;
  if (found.type === "enum") return Object.values(found.entries!).map((value) => [path, value]);
  if (found.type === "literal") return found.values!.map((value) => [path, String(value)]);
  const inner = [found.innerType, found.element, ...(found.options ?? [])].filter((one) => one !== undefined);
  return [
    ...inner.flatMap((one) => choices(one, path)),
    ...Object.entries(found.shape ?? {}).flatMap(([name, one]) => choices(one, `${path}.${name}`)),
  ];
}

const all = Object.entries(SCHEMA_BY_TABLE)
  .flatMap(([table, schema]) => choices(schema, table))
  .filter(([path]) => !NEVER_IN_CONFLICT.test(path));

it("every choice that a record can hold has a word in both languages", () => {
  const wordless = all.filter(([path, value]) => {
    const [table, ...rest] = path.split(".");
    const word = valueWord(table as TableName, rest.join("."), value);
    return word === null || !(word.key in zhCn) || !(word.key in en);
  });
  expect(all.length).toBeGreaterThan(200);
  expect(wordless).toEqual([]);
});

it("the days of a series are said as a sentence", () => {
  expect(valueWord("meetingSeries", "rule", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO")?.key).toBe(
    "meeting.rule.week",
  );
});

it("groups for whom a course is mandatory are no choice of a list", () => {
  expect(valueWord("courses", "mandatoryFor", "g1")).toBeNull();
});
