import { expect, it } from "vitest";
import type { TableName } from "../../../../../core/base/id.ts";
import { fieldKind } from "../../../../../core/vault/merge/field-kind.ts";
import { fieldName } from "../../../../../core/vault/merge/field-name.ts";
import { SCHEMA_BY_TABLE } from "../../../../../core/vault/workspace.ts";
import { en } from "../../../../../core/words/en.ts";
import { zhCn } from "../../../../../core/words/zh-cn.ts";

/** What two copies never differ in, or what is joined by a rule of its own. */
const NEVER_IN_CONFLICT = ["id", "settings.seen", "settings.isPart", "settings.isMasked", "settings.erased"];

const fields = Object.entries(SCHEMA_BY_TABLE).flatMap(([table, { shape }]) =>
  Object.keys(shape).map((field) => [table as TableName, field] as const),
);

it("every field that copies can differ in has a name in both languages", () => {
  const nameless = fields
    .filter(([table, field]) => ![field, `${table}.${field}`].some((one) => NEVER_IN_CONFLICT.includes(one)))
    .filter(([table, field]) => [zhCn, en].some((words) => !(fieldName(table, field).key in words)));
  expect(fields.length).toBeGreaterThan(400);
  expect(nameless).toEqual([]);
});

/** What is written once and never joined field by field, and what stands inside for its own use. */
const WHOLE_TABLES = ["statements", "reviewSnapshots", "promotions", "batchChanges"];
const UNNAMED = ["id", "key", "zh", "en", "params"];

it("every field inside another one has a name in both languages", () => {
  const inner = fields.flatMap(([table, field]) =>
    WHOLE_TABLES.includes(table) || NEVER_IN_CONFLICT.includes(`${table}.${field}`)
      ? []
      : innerPaths(SCHEMA_BY_TABLE[table].shape[field as never], field).map((path) => [table, path] as const),
  );
  const nameless = inner.filter(([table, path]) =>
    [zhCn, en].some((words) => !(fieldName(table, path).key in words)),
  );
  expect(inner.length).toBeGreaterThan(100);
  expect(nameless).toEqual([]);
});

/** The ways to all that a schema holds inside. */
function innerPaths(schema: unknown, path: string): readonly string[] {
  const {
    shape,
    innerType,
    element,
    valueType,
    options = [],
  } = (schema as { readonly _zod?: { readonly def: Record<string, unknown> } } | undefined)?._zod?.def ?? {};
  const names = Object.entries((shape ?? {}) as object).filter(([name]) => !UNNAMED.includes(name));
  const isText = shape !== undefined && ("zh" in (shape as object) || "params" in (shape as object));
  if (isText) return [];
  return [
    ...names.flatMap(([name, one]) => [`${path}.${name}`, ...innerPaths(one, `${path}.${name}`)]),
    ...[innerType, element, valueType, ...(options as readonly unknown[])]
      .filter((one) => one !== undefined)
      .flatMap((one) => innerPaths(one, path)),
  ];
}

it("a title is that of a job with people, and that of a text elsewhere", () => {
  expect(zhCn[fieldName("memberships", "title").key]).toBe("职务");
  expect(zhCn[fieldName("announcements", "title").key]).toBe("标题");
});

it("a share inside a list of rules is told by the kind of the rule", () => {
  expect(fieldKind("ladderSteps", "criteria.atLeast", "attainment")).toBe("share");
  expect(fieldKind("ladderSteps", "criteria.atLeast", "months-in-role")).toBe("plain");
});
