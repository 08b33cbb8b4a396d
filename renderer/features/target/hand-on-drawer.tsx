import { useMemo, useState } from "react";
import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import { FIRST_MONTH } from "../../../core/target/fiscal-year.ts";
import { explainRest } from "../../../core/target/life/explain-rest.ts";
import { handOn, takersOf } from "../../../core/target/life/hand-on.ts";
import type { HandOn, HandOnTo } from "../../../core/target/life/hand-on.ts";
import type { LifeFinding } from "../../../core/target/life/life-findings.ts";
import { useView } from "../../storage/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { assistantWeights } from "./assistant-weights.ts";
import { subjectName } from "./finding-text.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { decimalsFor, saidAmount, shownNumber, unitName } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

const WAYS = ["shares", "weights", "successor", "nobody"] as const;
type Way = (typeof WAYS)[number];

/** Hands on what a member no longer carries: to whom, what it does month by month and to each, one button. */
export function HandOnDrawer(props: {
  readonly table: TargetTable;
  readonly finding: LifeFinding;
  onClose(): void;
}) {
  const { table, finding, onClose } = props;
  const words = useWords();
  const successors = useMemo(() => successorsOf(table, finding), [table, finding]);
  const [way, setWay] = useState<Way>(successors.length > 0 ? "shares" : "nobody");
  const [successorId, setSuccessorId] = useState(successors[0]?.id ?? "");
  const to = useHandOnTo(table, finding, { way, successorId });
  const result = useMemo(() => handOn(table.tree, finding, to), [table, finding, to]);
  const handOver = () => {
    if (!result.ok) return;
    void runTargetCommand(message("target.life.command.hand-on"), {
      command: ok(result.value.changes),
      seen: table.workspace,
    }).then((done) => done.ok && onClose());
  };
  return (
    <Drawer
      open
      width={560}
      onClose={onClose}
      title={words.text("target.life.title", { member: finding.member.name })}
      footer={
        <>
          <Button onClick={onClose} kind="chip">
            {words.text("base.cancel")}
          </Button>
          <Button kind="primary" disabled={!result.ok} onClick={handOver}>
            {words.text("target.life.do")}
          </Button>
        </>
      }
    >
      <div className="target-split">
        <p className="target-life-what">
          {words.text("target.life.what")}{" "}
          <Figure
            quantity={quantityOf(table.kpi.unit, finding.rest)}
            explain={() => explainRest(table.tree, finding)}
            text={saidAmount(words, finding.rest, table.shape)}
          />
        </p>
        <SelectField
          label={words.text("target.life.to")}
          value={way}
          options={WAYS.filter((one) => one === "nobody" || successors.length > 0).map((one) => ({
            value: one,
            label: words.text(`target.life.to.${one}`),
          }))}
          onCommit={(value) => {
            setWay(value);
            return null;
          }}
        />
        {way === "successor" && (
          <SelectField
            label={words.text("target.life.successor")}
            value={successorId}
            options={successors.map(({ id, name }) => ({ value: id, label: name }))}
            onCommit={(value) => {
              setSuccessorId(value);
              return null;
            }}
          />
        )}
        <Months table={table} finding={finding} />
        {result.ok ? (
          <Takers table={table} outcome={result.value} />
        ) : (
          <p className="target-problem" role="alert">
            {words.say(result.error[0]!.message)}
          </p>
        )}
        <p className="target-life-note">{words.text("target.life.past")}</p>
      </div>
    </Drawer>
  );
}

function useHandOnTo(
  table: TargetTable,
  finding: LifeFinding,
  choice: { readonly way: Way; readonly successorId: string },
): HandOnTo {
  const { today } = useView();
  const { way, successorId } = choice;
  return useMemo(() => {
    if (way === "successor") return { kind: way, memberId: successorId as MemberId };
    if (way === "weights") return { kind: way, weightByKey: assistantWeights(table, finding, today) };
    return { kind: way };
  }, [table, finding, today, way, successorId]);
}

/** Who could take at least one of the months. */
function successorsOf(table: TargetTable, finding: LifeFinding) {
  const members = finding.months.flatMap(({ month }) =>
    takersOf(table.tree, finding, month).map((row) => row.seat!.member),
  );
  return [...new Map(members.map((member) => [member.id as string, member])).values()];
}

function Months({ table, finding }: { readonly table: TargetTable; readonly finding: LifeFinding }) {
  const words = useWords();
  const { shape, tree } = table;
  const decimals = decimalsFor(
    finding.months.flatMap(({ value, kept, rest }) => [value, kept, rest]),
    shape,
  );
  const shown = (value: number) => shownNumber(words, value, { shape, decimals });
  const hasDays = finding.cause.kind !== "moved";
  const unit = table.kpi.unit === "money" ? ` · ${unitName(words, shape.shownPower)}` : "";
  return (
    <table className="target-preview">
      <caption>
        {words.text("target.life.months")}
        {unit}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.text("target.life.month")}</th>
          {hasDays && <th scope="col">{words.text("target.life.column.days")}</th>}
          <th scope="col">{words.text("target.life.column.now")}</th>
          <th scope="col">{words.text("target.life.column.kept")}</th>
          <th scope="col">{words.text("target.life.column.rest")}</th>
        </tr>
      </thead>
      <tbody>
        {finding.months.map(({ month, days, meant, value, kept, rest }) => (
          <tr key={month}>
            <th scope="row">{words.period(tree.periods[FIRST_MONTH + month]!.id, "short")}</th>
            {hasDays && <td>{words.text("target.life.days", { days, meant })}</td>}
            <td>{shown(value)}</td>
            <td>{shown(kept)}</td>
            <td>{shown(rest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Takers({ table, outcome }: { readonly table: TargetTable; readonly outcome: HandOn }) {
  const words = useWords();
  const { shape, tree } = table;
  const amounts = [...outcome.gains.map((gain) => gain.amount), outcome.left];
  const decimals = decimalsFor(amounts, shape);
  const shown = (value: number) => shownNumber(words, value, { shape, decimals });
  return (
    <table className="target-preview">
      <caption>{words.text("target.life.takers")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.text("target.column.subject")}</th>
          <th scope="col">{words.text("target.life.column.gain")}</th>
        </tr>
      </thead>
      <tbody>
        {outcome.gains.map(({ row, amount }) => (
          <tr key={row}>
            <th scope="row">{subjectName(tree.rows[row]!, words)}</th>
            <td>{shown(amount)}</td>
          </tr>
        ))}
        {outcome.left > 0 && (
          <tr>
            <th scope="row">{words.text("target.life.left-over")}</th>
            <td>{shown(outcome.left)}</td>
          </tr>
        )}
        <tr className="strong">
          <th scope="row">{words.text("target.life.total")}</th>
          <td>{shown(amounts.reduce((sum, amount) => sum + amount, 0))}</td>
        </tr>
      </tbody>
    </table>
  );
}
