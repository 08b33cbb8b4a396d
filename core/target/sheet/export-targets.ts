import type { Bilingual } from "../../base/schema.ts";
import { living } from "../../team/team-rows.ts";
import { FIRST_MONTH, monthsOfPeriod, partsOfPeriod, QUARTERS, YEAR } from "../fiscal-year.ts";
import { TARGET_LINES } from "../records.ts";
import { numberShape, settingsIn } from "../target-rows.ts";
import type { TargetRows } from "../target-rows.ts";
import { printTargetText } from "../target-text.ts";
import { targetTree } from "../target-tree.ts";
import type { TargetTree, TreeRow } from "../target-tree.ts";

/** The reader's language, as far as a sheet needs it. */
export interface SheetWords {
  text(key: string): string;
  name(name: Bilingual): string;
}

/** A sheet on its way out: heads and rows, money in main units. */
export interface TargetSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** All targets of a fiscal year as a sheet that `readTargetSheet` reads back: every KPI and line that has any.
 * `wide`: a row for each subject, M01–M12 from the fiscal year's first month, quarters where one is more than its months,
 * and the year as the total; sums are shown as the table shows them. `long`: a row for each typed target.
 * @example exportTargets(book({ targets: { "member:a 2026-07": 5 } }), { form: "long", year: 2026, words: { text: (key) => key, name: ({ zh }) => zh } }).rows[0].slice(2, 7) // => ["a", "", "g1", "2026-07", 5]
 */
export function exportTargets(
  rows: TargetRows,
  as: { readonly form: "wide" | "long"; readonly year: number; readonly words: SheetWords },
): TargetSheet {
  const trees = living(rows.kpis).flatMap((kpi) =>
    TARGET_LINES.flatMap((line) => {
      const tree = targetTree(rows, { kpiId: kpi.id, line, year: as.year });
      return tree && hasTyped(tree) ? [tree] : [];
    }),
  );
  return as.form === "wide" ? wideSheet(trees, as) : longSheet(trees, as.words);
}

function hasTyped(tree: TargetTree): boolean {
  return tree.cells.some((row) => row.some((cell) => cell.kind === "own"));
}

function wideSheet(
  trees: readonly TargetTree[],
  { year, words }: { readonly year: number; readonly words: SheetWords },
): TargetSheet {
  const quarters = QUARTERS.filter((quarter) => trees.some((tree) => hasOwnQuarter(tree, quarter)));
  const heads = ["kpi", "line", "year", "group", "person", "number"];
  const months = monthsOfPeriod(YEAR).map((month) => `M${String(month + 1).padStart(2, "0")}`);
  const periods = [...monthsOfPeriod(YEAR).map((month) => FIRST_MONTH + month), ...quarters, YEAR];
  return {
    columns: [
      ...heads.map((head) => words.text(`target.sheet.head.${head}`)),
      ...months,
      ...quarters.map((quarter) => `Q${quarter}`),
      words.text("target.sheet.head.total"),
    ],
    rows: trees.flatMap((tree) =>
      tree.rows
        .filter((row) => periods.some((period) => printed(tree, row, period) !== null))
        .map((row) => [
          words.name(tree.kpi.name),
          words.text(`target.line.${tree.scope.line}`),
          year,
          ...whoIs(tree, row, words),
          ...periods.map((period) => printed(tree, row, period)),
        ]),
    ),
  };
}

function longSheet(trees: readonly TargetTree[], words: SheetWords): TargetSheet {
  const heads = ["kpi", "line", "person", "number", "group", "period", "value"];
  return {
    columns: heads.map((head) => words.text(`target.sheet.head.${head}`)),
    rows: trees.flatMap((tree) =>
      tree.rows.flatMap((row) => {
        const [group, person, number] = whoIs(tree, row, words);
        return tree.cells[row.index]!.flatMap((cell, period) =>
          cell.kind === "own"
            ? [
                [
                  words.name(tree.kpi.name),
                  words.text(`target.line.${tree.scope.line}`),
                  person!,
                  number!,
                  group!,
                  tree.periods[period]!.id,
                  printed(tree, row, period),
                ],
              ]
            : [],
        );
      }),
    ),
  };
}

/** Group, name, employee number. */
function whoIs(tree: TargetTree, row: TreeRow, words: SheetWords): readonly string[] {
  if (!row.seat) return ["", row.name === null ? words.text("base.team") : words.name(row.name), ""];
  const { member, groupId } = row.seat;
  const group = groupId === null ? undefined : tree.book.groups.get(groupId);
  return [group ? words.name(group.name) : "", member.name, member.employeeNumber ?? ""];
}

/** A quarter that is typed and more or less than its months. */
function hasOwnQuarter(tree: TargetTree, quarter: number): boolean {
  return tree.cells.some((cells) => {
    if (cells[quarter]!.kind !== "own") return false;
    const months = partsOfPeriod(quarter).map((month) => cells[month]!.value);
    return months.includes(null) || sumOf(months) !== cells[quarter]!.value;
  });
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** A number of main units, a percentage as text; nothing where the value follows from another group's months. */
function printed(tree: TargetTree, row: TreeRow, period: number): string | number | null {
  const cell = tree.cells[row.index]![period]!;
  if (cell.value === null || (cell.kind === "part" && period < FIRST_MONTH)) return null;
  const shape = numberShape(tree.kpi, settingsIn(tree.book).currency, 0);
  const text = printTargetText(cell.value, shape);
  return text.endsWith("%") ? text : Number(text);
}
