import type { TableName } from "../../base/id.ts";
import {
  daySchema,
  momentSchema,
  moneySchema,
  periodIdSchema,
  ppmSchema,
  subjectKeySchema,
} from "../../base/schema.ts";
import { SCHEMA_BY_TABLE } from "../workspace.ts";

/** How a value is said. `kpi`: in the unit of the KPI that the record names; `tier`: as the rule looks its tiers up. */
export type FieldKind =
  "money" | "share" | "day" | "moment" | "period" | "subject" | "year" | "kpi" | "tier" | "plain";

const KIND_BY_SCHEMA = new Map<unknown, FieldKind>([
  [moneySchema, "money"],
  [ppmSchema, "share"],
  [daySchema, "day"],
  [momentSchema, "moment"],
  [periodIdSchema, "period"],
  [subjectKeySchema, "subject"],
]);

/** What a schema of numbers does not tell, by `<table>.<path>`. */
const KIND_BY_PATH: Readonly<Record<string, FieldKind>> = {
  "kpis.threshold": "kpi",
  "kpis.target": "kpi",
  "kpis.stretch": "kpi",
  "targets.value": "kpi",
  "targets.opening": "kpi",
  "targets.accepted.people": "kpi",
  "targets.accepted.periods": "kpi",
  "targetLocks.year": "year",
  "targetLocks.original": "kpi",
  "targetLocks.versions.changes.before": "kpi",
  "targetLocks.versions.changes.after": "kpi",
  "goals.valueByYear": "kpi",
  "forecasts.value": "kpi",
  "forecasts.low": "kpi",
  "forecasts.high": "kpi",
  "forecasts.target": "kpi",
  "measurements.value": "kpi",
  "payPlans.rules.tiers.from": "tier",
  "payPlans.rules.tiers.to": "tier",
};

interface Definition {
  readonly innerType?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
  readonly values?: readonly unknown[];
}

/** How a value is said, as its schema tells. `path` leads from the record to it, without the places in lists and without the
 * keys of dictionaries; `variant` is the `kind` of what it stands in, where a list holds several kinds.
 * @example fieldKind("deals", "amount") // => "money"
 * @example fieldKind("kpiSets", "weights.weight") // => "share"
 * @example fieldKind("ladderSteps", "criteria.atLeast", "attainment") // => "share"
 * @example fieldKind("deals", "name") // => "plain"
 */
export function fieldKind(table: TableName, path: string, variant?: unknown): FieldKind {
  const known = KIND_BY_PATH[`${table}.${path}`];
  if (known !== undefined) return known;
  const start: readonly unknown[] = [SCHEMA_BY_TABLE[table]];
  const found = path
    .split(".")
    .reduce((schemas, name) => schemas.flatMap((one) => inside(one, name, variant)), start);
  return found.map(kindOf).find((kind) => kind !== "plain") ?? "plain";
}

/** What stands under a name in a schema: of several kinds, in the one that is meant. */
function inside(schema: unknown, name: string, variant: unknown): readonly unknown[] {
  const { shape, options = [] } = definitionOf(schema);
  if (shape) return Object.hasOwn(shape, name) ? [shape[name]] : [];
  const meant = options.filter((one) => {
    const { kind } = definitionOf(one).shape ?? {};
    return kind === undefined || definitionOf(kind).values?.includes(variant) === true;
  });
  return [...meant, ...innerOf(schema)].flatMap((one) => inside(one, name, variant));
}

function kindOf(schema: unknown): FieldKind {
  const known = KIND_BY_SCHEMA.get(schema);
  if (known !== undefined) return known;
  const [inner] = innerOf(schema);
  return inner === undefined ? "plain" : kindOf(inner);
}

/** What an optional field holds when it is there, what a list or a dictionary is of. */
function innerOf(schema: unknown): readonly unknown[] {
  const { innerType, element, valueType } = definitionOf(schema);
  return [innerType, element, valueType].filter((one) => one !== undefined);
}

function definitionOf(schema: unknown): Definition {
  return (schema as { readonly _zod?: { readonly def?: Definition } } | undefined)?._zod?.def ?? {};
}
