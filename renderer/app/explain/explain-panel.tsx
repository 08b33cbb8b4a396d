import { useMemo } from "react";
import type { ExplainedInput, ExplainedRow, Explanation } from "../../../core/base/explain.ts";
import type { Quantity } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import { goTo } from "../../platform/place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Chart } from "../../ui/chart.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { recordHref } from "../../platform/record-place.ts";
import { rowsByTime } from "./rows-by-time.ts";
import type { RowsByTime } from "./rows-by-time.ts";
import { rowOrigin } from "./row-origin.ts";
import "./explain-panel.css";

export interface ExplainPanelProps {
  /** How the reader came here: the figure first opened, then each input gone into. */
  readonly trail: readonly (() => Explanation)[];
  onOpen(explain: () => Explanation): void;
  onBack(): void;
  onClose(): void;
}

/** How a figure came about: the rule in words, the figures that went in, and the records behind it down to file and line. */
export function ExplainPanel({ trail, onOpen, onBack, onClose }: ExplainPanelProps) {
  const words = useWords();
  const explain = trail.at(-1);
  const shown = useMemo(() => explain?.(), [explain]);
  if (!shown) return null;
  const back = words.text("app.explain.back");
  return (
    <Drawer
      open
      title={words.say(shown.title)}
      width={760}
      onClose={onClose}
      lead={
        trail.length > 1 && (
          <Button kind="link" onClick={onBack} label={back} title={back}>
            <span aria-hidden>←</span>
          </Button>
        )
      }
    >
      <p>
        <Figure quantity={shown.value} size="headline" form="full" />
      </p>
      <ExplainPart title={words.text("app.explain.formula")}>
        <p>{words.say(shown.formula)}</p>
        <p className="explain-version">{words.text("app.explain.version", { version: shown.ruleVersion })}</p>
      </ExplainPart>
      {shown.notes.length > 0 && (
        <ExplainPart title={words.text("app.explain.notes")}>
          <ul className="explain-notes">
            {shown.notes.map((note, index) => (
              <li key={index}>{words.say(note)}</li>
            ))}
          </ul>
        </ExplainPart>
      )}
      {shown.inputs.length > 0 && (
        <ExplainPart title={words.text("app.explain.inputs")}>
          <dl className="explain-inputs">
            {shown.inputs.map((input, index) => (
              <InputLine key={index} input={input} onOpen={onOpen} />
            ))}
          </dl>
        </ExplainPart>
      )}
      <ExplainPart title={words.text("app.explain.rows")}>
        {shown.rows.length === 0 ? (
          <p className="quiet">{words.text("app.explain.rows.none")}</p>
        ) : (
          <ExplainRows rows={shown.rows} title={words.say(shown.title)} onClose={onClose} />
        )}
      </ExplainPart>
    </Drawer>
  );
}

function ExplainPart({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="explain-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function InputLine(props: { readonly input: ExplainedInput; onOpen(explain: () => Explanation): void }) {
  const words = useWords();
  const { label, value, explain } = props.input;
  return (
    <>
      <dt>{words.say(label)}</dt>
      <dd>
        {explain ? (
          <button type="button" className="figure explain-more" onClick={() => props.onOpen(explain)}>
            {words.quantity(value, "full")}
            <span aria-hidden> ›</span>
          </button>
        ) : (
          <Figure quantity={value} form="full" />
        )}
      </dd>
    </>
  );
}

function ExplainRows(props: {
  readonly rows: readonly ExplainedRow[];
  readonly title: string;
  onClose(): void;
}) {
  const words = useWords();
  const workspace = useWorkspace();
  const columns = useMemo<readonly DataColumn<ExplainedRow>[]>(
    () => [
      { key: "label", title: words.text("app.explain.row"), width: 230, text: (row) => row.label },
      {
        key: "day",
        title: words.text("app.explain.day"),
        width: 96,
        text: (row) => row.day ?? "",
      },
      {
        key: "amount",
        title: words.text("app.explain.amount"),
        width: 110,
        align: "end",
        text: (row) => words.quantity(row.amount, "full"),
        sortValue: (row) => row.amount.value ?? Number.NEGATIVE_INFINITY,
      },
      {
        key: "from",
        title: words.text("app.explain.file"),
        width: 190,
        text: (row) => words.say(rowOrigin(workspace, row.ref)),
      },
    ],
    [words, workspace],
  );
  const byTime = useMemo(() => rowsByTime(props.rows), [props.rows]);
  return (
    <>
      {byTime && <RowsChart byTime={byTime} n={props.rows.length} />}
      <DataTable
        label={words.text("app.explain.rows")}
        rows={props.rows}
        rowKey={rowKeyOf(props.rows)}
        columns={columns}
        exportName={props.title}
        height={360}
        onOpen={(row) => {
          const href = recordHref(row.ref);
          if (href === null) return;
          props.onClose();
          goTo(href);
        }}
      />
    </>
  );
}

function RowsChart({ byTime, n }: { readonly byTime: RowsByTime; readonly n: number }) {
  const words = useWords();
  const labels = useMemo(
    () => byTime.starts.map((start) => (byTime.step === "week" ? start.slice(5) : start.slice(0, 7))),
    [byTime],
  );
  const title = words.text(byTime.step === "week" ? "app.explain.by-week" : "app.explain.by-month");
  const series = useMemo(() => [{ label: title, values: byTime.sums }], [title, byTime]);
  return (
    <Chart
      title={title}
      kind="bar"
      labels={labels}
      series={series}
      quantity={asMoney}
      n={n}
      height={130}
      exportName={title}
    />
  );
}

function asMoney(value: number | null): Quantity {
  return { unit: "money", value: value === null ? null : money(Math.round(value)) };
}

/** A record may stand behind a figure twice: the place in the list tells such rows apart. */
function rowKeyOf(rows: readonly ExplainedRow[]): (row: ExplainedRow) => string {
  const indexByRow = new Map(rows.map((row, index) => [row, index]));
  return (row) => `${row.ref.table}/${row.ref.id}/${indexByRow.get(row) ?? 0}`;
}
