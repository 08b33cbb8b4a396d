import { useMemo, useState } from "react";
import type { GroupId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { period } from "../../../core/base/period.ts";
import { FIRST_MONTH, QUARTERS, YEAR, yearPeriods } from "../../../core/target/fiscal-year.ts";
import { splitYear } from "../../../core/target/split-year.ts";
import type { Season, YearSplit } from "../../../core/target/split-year.ts";
import { settingsIn, targetId } from "../../../core/target/target-rows.ts";
import { parseTargetText, printTargetText } from "../../../core/target/target-text.ts";
import { placeOf } from "../../../core/target/target-tree.ts";
import type { Target } from "../../../core/target/records.ts";
import { workingDaysIn } from "../../../core/base/working-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { CheckField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { runTargetCommand } from "./run-target-command.ts";
import { saidAmount, shownNumber, unitName } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

interface Plan {
  readonly total: number | null;
  readonly season: Season["by"];
  /** Twelve weights as typed. */
  readonly typedSeason: string;
  readonly depth: YearSplit["depth"];
  readonly groupIds: readonly GroupId[];
}

/** Splits the year over quarters, months, groups and members: a few choices, what they give, one button. */
export function SplitDrawer({ table, onClose }: { readonly table: TargetTable; onClose(): void }) {
  const words = useWords();
  const [plan, setPlan] = useState<Plan>(() => firstPlan(table));
  const change = (part: Partial<Plan>) => {
    setPlan((now) => ({ ...now, ...part }));
    return null;
  };
  const lastYear = useMemo(() => lastYearMonths(table), [table]);
  const season = seasonOf(plan, lastYear);
  const result = plan.total === null ? null : splitYear(table.tree, { ...plan, total: plan.total, season });
  const problem = result && !result.ok ? result.error[0] : undefined;
  return (
    <Drawer
      open
      width={600}
      onClose={onClose}
      title={words.text("target.split.title", {
        year: String(table.tree.scope.year),
        kpi: words.name(table.kpi.name),
        line: words.text(`target.line.${table.line}`),
      })}
      footer={
        <>
          <Button onClick={onClose} kind="chip">
            {words.text("base.cancel")}
          </Button>
          <Button
            kind="primary"
            disabled={!result?.ok}
            onClick={() => {
              if (!result?.ok) return;
              void runTargetCommand(message("target.command.split"), {
                command: result,
                seen: table.workspace,
              }).then((done) => done.ok && onClose());
            }}
          >
            {words.text("target.split.do")}
          </Button>
        </>
      }
    >
      <div className="target-split">
        <TotalField table={table} total={plan.total} onTotal={(total) => change({ total })} />
        <SelectField
          label={words.text("target.split.season")}
          value={plan.season}
          options={(["equal", "working-days", "last-year", "typed"] as const).map((value) => ({
            value,
            label: words.text(`target.split.season.${value}`),
          }))}
          {...seasonHint(table, season, words)}
          onCommit={(value) => change({ season: value })}
        />
        {plan.season === "typed" && (
          <TextField
            label={words.text("target.split.season.months")}
            hint={words.text("target.split.season.months.hint")}
            value={plan.typedSeason}
            onCommit={(typedSeason) => change({ typedSeason })}
          />
        )}
        <SelectField
          label={words.text("target.split.depth")}
          value={plan.depth}
          options={(["members", "groups", "team"] as const).map((value) => ({
            value,
            label: words.text(`target.split.depth.${value}`),
          }))}
          {...(plan.depth === "team" ? {} : { hint: words.text("target.split.people") })}
          onCommit={(value) => change({ depth: value })}
        />
        {plan.depth !== "team" && <GroupChecks table={table} plan={plan} onChange={change} />}
        {problem && (
          <p className="target-problem" role="alert">
            {words.say(problem.message)}
          </p>
        )}
        {result?.ok && <Preview table={table} records={recordsOf(result.value)} />}
      </div>
    </Drawer>
  );
}

function TotalField(props: {
  readonly table: TargetTable;
  readonly total: number | null;
  onTotal(total: number | null): null;
}) {
  const { table, total, onTotal } = props;
  const words = useWords();
  const isMoney = table.kpi.unit === "money";
  const unit = unitName(words, table.shape.shownPower);
  return (
    <TextField
      label={words.text("target.split.total")}
      value={total === null ? "" : printTargetText(total, table.shape)}
      autoFocus
      {...(isMoney ? { suffix: unit, hint: words.text("target.split.total.hint", { unit }) } : {})}
      onCommit={(text) => {
        const parsed = parseTargetText(text, table.shape);
        return parsed.ok ? onTotal(parsed.value) : words.say(parsed.error);
      }}
    />
  );
}

function GroupChecks(props: {
  readonly table: TargetTable;
  readonly plan: Plan;
  onChange(part: Partial<Plan>): null;
}) {
  const { table, plan, onChange } = props;
  const words = useWords();
  return (
    <fieldset className="target-groups">
      <legend>{words.text("target.split.groups")}</legend>
      {groupRows(table).map(({ id, name }) => (
        <CheckField
          key={id}
          label={words.name(name)}
          value={plan.groupIds.includes(id)}
          onCommit={(takesPart) =>
            onChange({
              groupIds: takesPart ? [...plan.groupIds, id] : plan.groupIds.filter((one) => one !== id),
            })
          }
        />
      ))}
    </fieldset>
  );
}

/** What the split gives: quarters of the team, groups and members as columns of one small table. */
function Preview({ table, records }: { readonly table: TargetTable; readonly records: readonly Target[] }) {
  const words = useWords();
  const valueById = new Map(records.map((record) => [record.id, record.value]));
  const valueAt = (row: number, at: number) => valueById.get(targetId(placeOf(table.tree, row, at)));
  const rows = table.tree.rows.filter((row) => valueAt(row.index, YEAR) !== undefined);
  const replaced = table.tree.cells.flat().filter((cell) => cell.record !== undefined).length;
  return (
    <>
      <table className="target-preview">
        <caption>{words.text("target.split.preview")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.text("target.column.subject")}</th>
            {[...QUARTERS, YEAR].map((at) => (
              <th scope="col" key={at}>
                {at === YEAR
                  ? words.text("target.column.year")
                  : words.period(table.tree.periods[at]!.id, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.depth < 2 ? "strong" : undefined}>
              <th scope="row" style={{ paddingInlineStart: row.depth * 12 }}>
                {row.name === null ? words.text("base.team") : words.name(row.name)}
              </th>
              {[...QUARTERS, YEAR].map((at) => (
                <td key={at}>
                  {shownNumber(words, valueAt(row.index, at) ?? null, { shape: table.shape, decimals: 1 })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {replaced > 0 && (
        <p className="target-replaces">{words.text("target.split.replaces", { count: replaced })}</p>
      )}
    </>
  );
}

function firstPlan(table: TargetTable): Plan {
  return {
    total: table.tree.cells[0]![YEAR]!.value,
    season: "working-days",
    typedSeason: "",
    depth: "members",
    groupIds: groupRows(table).map(({ id }) => id),
  };
}

function groupRows(table: TargetTable) {
  return table.tree.rows.flatMap((row) =>
    row.subject.kind === "group" && row.name && row.children.length > 0
      ? [{ id: row.subject.id, name: row.name }]
      : [],
  );
}

/** Weights are parted by anything that is no digit: a row pasted from a spreadsheet will do. */
function seasonOf(plan: Plan, lastYear: readonly (number | null)[]): Season {
  if (plan.season === "last-year") return { by: "last-year", months: lastYear };
  if (plan.season !== "typed") return { by: plan.season };
  return { by: "typed", months: (plan.typedSeason.normalize("NFKC").match(/\d+/g) ?? []).map(Number) };
}

function lastYearMonths(table: TargetTable): readonly (number | null)[] {
  const { fiscalStart } = settingsIn(table.workspace.rows);
  return yearPeriods(table.tree.scope.year - 1, fiscalStart)
    .slice(FIRST_MONTH)
    .map(
      (month) => table.actualOf(table.kpi.id, { kind: "team" }, period(month.id, fiscalStart)).value.value,
    );
}

function seasonHint(
  table: TargetTable,
  season: Season,
  words: ReturnType<typeof useWords>,
): { readonly hint?: string } {
  if (season.by === "equal" || season.by === "typed") return {};
  if (season.by === "working-days") {
    const count = workingDaysIn(table.tree.calendar, table.tree.periods[YEAR]!);
    return { hint: words.text("target.split.season.working-days.hint", { count }) };
  }
  const sum = season.months.reduce<number>((all, value) => all + (value ?? 0), 0);
  return {
    hint: words.text("target.split.season.last-year.hint", { amount: saidAmount(words, sum, table.shape) }),
  };
}

function recordsOf(
  changes: readonly { readonly op: string; readonly records?: readonly unknown[] }[],
): readonly Target[] {
  return changes.flatMap((change) => (change.op === "put" ? (change.records as readonly Target[]) : []));
}
