import type { z } from "zod";

/** Answers whether a value fits a shape. */
export type QuickCheck = (value: unknown) => boolean;

type Def = Readonly<Record<string, unknown>> & { readonly type: string };
interface CheckDef {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly fn?: (value: unknown) => unknown;
}

/** A check that answers as a schema does, and nothing more: several times quicker, for imports check a hundred thousand
 * records. What it does not know of the schema's language it leaves to the schema. Compiling text to code is quicker still,
 * and forbidden on this page.
 * @example quickCheck(lineSchema)("one line") // => true
 */
export function quickCheck(schema: z.ZodType): QuickCheck {
  const def = defOf(schema);
  const base = baseCheck(def);
  const checks = (def["checks"] as readonly z.core.$ZodCheck[] | undefined)?.map((one) =>
    furtherCheck(one._zod.def as unknown as CheckDef),
  );
  if (base === null || checks?.includes(null) === true) return (value) => schema.safeParse(value).success;
  const [first, second, ...more] = (checks ?? []) as QuickCheck[];
  if (first === undefined) return base;
  if (second === undefined) return (value) => base(value) && first(value);
  return (value) => base(value) && first(value) && second(value) && more.every((check) => check(value));
}

function defOf(schema: z.ZodType): Def {
  return schema._zod.def as unknown as Def;
}

function baseCheck(def: Def): QuickCheck | null {
  switch (def.type) {
    case "string":
      return def["format"] === undefined ? (value) => typeof value === "string" : null;
    case "number":
      return def["format"] === undefined ? Number.isFinite : null;
    case "boolean":
      return (value) => typeof value === "boolean";
    case "unknown":
      return () => true;
    case "enum": {
      const values = new Set<unknown>(Object.values(def["entries"] as object));
      return (value) => values.has(value);
    }
    case "literal": {
      const values = new Set(def["values"] as readonly unknown[]);
      return (value) => values.has(value);
    }
    case "optional": {
      const inner = quickCheck(def["innerType"] as z.ZodType);
      return (value) => value === undefined || inner(value);
    }
    case "nullable": {
      const inner = quickCheck(def["innerType"] as z.ZodType);
      return (value) => value === null || inner(value);
    }
    case "array": {
      const element = quickCheck(def["element"] as z.ZodType);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case "object":
      return def["catchall"] === undefined
        ? objectCheck(def["shape"] as Readonly<Record<string, z.ZodType>>)
        : null;
    case "record":
      return recordCheck(def);
    default:
      return null;
  }
}

function objectCheck(shape: Readonly<Record<string, z.ZodType>>): QuickCheck {
  const fields = Object.entries(shape).map(([name, schema]) => [name, quickCheck(schema)] as const);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    for (const [name, check] of fields) {
      if (!check((value as Readonly<Record<string, unknown>>)[name])) return false;
    }
    return true;
  };
}

function recordCheck(def: Def): QuickCheck | null {
  const isPlain = defOf(def["keyType"] as z.ZodType).type === "string";
  const keyOf = quickCheck(def["keyType"] as z.ZodType);
  const valueOf = quickCheck(def["valueType"] as z.ZodType);
  if (!isPlain) return null;
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return Object.entries(value).every(([key, one]) => keyOf(key) && valueOf(one));
  };
}

function furtherCheck(def: CheckDef): QuickCheck | null {
  const { minimum = 0, maximum = 0, value: limit = 0, fn } = def;
  switch (def.check) {
    case "min_length":
      return (value) => (value as string).length >= minimum;
    case "max_length":
      return (value) => (value as string).length <= maximum;
    case "greater_than":
      return def.inclusive === true
        ? (value) => (value as number) >= limit
        : (value) => (value as number) > limit;
    case "less_than":
      return def.inclusive === true
        ? (value) => (value as number) <= limit
        : (value) => (value as number) < limit;
    case "number_format":
      return def.format === "safeint" ? Number.isSafeInteger : null;
    case "custom":
      return fn === undefined ? null : (value) => Boolean(fn(value));
    default:
      return null;
  }
}
