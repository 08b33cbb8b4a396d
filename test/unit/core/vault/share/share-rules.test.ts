import { describe, expect, test } from "vitest";
import { FACT_TABLES, ROW_TABLES } from "../../../../../core/base/id.ts";
import type { FieldRule } from "../../../../../core/vault/share/field-rule.ts";
import { SHARE_RULES } from "../../../../../core/vault/share/share-rules.ts";
import { SCHEMA_BY_TABLE } from "../../../../../core/vault/workspace.ts";

type Def = Record<string, unknown> & { readonly type: string };
interface Schema {
  readonly _zod: { readonly def: Def };
}

/** Where a rule and the shape of what it rules do not fit each other. */
function misfits(schema: Schema, rule: FieldRule | undefined, at: string): readonly string[] {
  const { def } = schema._zod;
  if (rule === undefined) return [`${at}: no rule`];
  if (typeof rule === "object" && "where" in rule) {
    return [...Object.values(rule.is), rule.else].flatMap((one) => misfits(schema, one, at));
  }
  if (["optional", "nullable"].includes(def.type)) return misfits(def["innerType"] as Schema, rule, at);
  if (def.type === "union") {
    return (def["options"] as readonly Schema[]).flatMap((option) => {
      const isWord = ["literal", "string"].includes(option._zod.def.type);
      return isWord && typeof rule === "object" && "list" in rule ? [] : misfits(option, rule, at);
    });
  }
  if (def.type === "object") {
    if (typeof rule === "string" && ["message", "history", "line"].includes(rule)) return [];
    if (typeof rule === "string" || !("shape" in rule)) return [`${at}: an object ruled as one value`];
    return Object.entries(def["shape"] as Record<string, Schema>).flatMap(([field, inner]) =>
      misfits(inner, rule.shape[field], `${at}.${field}`),
    );
  }
  if (["array", "tuple"].includes(def.type)) {
    if (rule === "history") return [];
    const inner = (def["element"] ?? (def["items"] as readonly Schema[])[0]) as Schema;
    return typeof rule === "object" && "list" in rule
      ? misfits(inner, rule.list, `${at}[]`)
      : [`${at}: a list ruled as one value`];
  }
  if (def.type === "record") {
    if (rule === "history") return [];
    return typeof rule === "object" && "keys" in rule
      ? misfits(def["valueType"] as Schema, rule.values, `${at}{}`)
      : [`${at}: a record ruled as one value`];
  }
  const isText = def.type === "string";
  return isText || typeof rule !== "object" || "ref" in rule ? [] : [`${at}: ${def.type} ruled as a text`];
}

describe("the rules of sharing", () => {
  test.each([...ROW_TABLES, ...FACT_TABLES])(
    "say of every value of %s whether it goes out, down to the last",
    (table) => {
      const shape = SCHEMA_BY_TABLE[table].shape as unknown as Record<string, Schema>;
      const { fields } = SHARE_RULES[table];
      const found = Object.entries(shape).flatMap(([field, schema]) =>
        misfits(schema, (fields as Record<string, FieldRule>)[field], field),
      );
      expect(found).toEqual([]);
      expect(Object.keys(fields).filter((field) => !Object.hasOwn(shape, field))).toEqual([]);
    },
  );

  test("would tell a field, an inner field and a table that nobody has thought about", () => {
    const schema = SCHEMA_BY_TABLE.reviews as unknown as Schema;
    const { talk: _talk, ...rest } = SHARE_RULES.reviews.fields;
    expect(misfits(schema, { shape: rest }, "reviews")).toEqual(["reviews.talk: no rule"]);
    const bare = { ...SHARE_RULES.reviews.fields, talk: "plain" } as const;
    expect(misfits(schema, { shape: bare }, "reviews")).toEqual([
      "reviews.talk: an object ruled as one value",
    ]);
  });

  test("leave texts that people write to the rules that can hide them", () => {
    const free = [...ROW_TABLES, ...FACT_TABLES].flatMap((table) =>
      Object.entries(SHARE_RULES[table].fields)
        .filter(([field, rule]) => rule === "plain" && /note|text|reason|title|comment|feedback/i.test(field))
        .map(([field]) => `${table}.${field}`),
    );
    expect(free).toEqual([]);
  });
});
