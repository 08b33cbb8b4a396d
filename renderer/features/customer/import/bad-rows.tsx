import { badRowMessage } from "../../../../core/customer/import/bad-row-message.ts";
import type { BadRow, Batch } from "../../../../core/customer/records.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { DataColumn } from "../../../ui/data-table.tsx";
import { useWords } from "../../../ui/words-context.tsx";

/** Every bad row with its line, column, value and reason; can be saved as CSV or XLSX. */
export function BadRows({
  batch,
  rows = batch.bad,
  height,
}: {
  readonly batch: Batch;
  /** All of them, where they are known: the batch keeps the first. */
  readonly rows?: readonly BadRow[];
  readonly height: number;
}) {
  const words = useWords();
  const columns: readonly DataColumn<BadRow>[] = [
    {
      key: "line",
      title: words.text("customer.bad-rows.line"),
      width: 60,
      align: "end",
      text: (row) => String(row.line),
      sortValue: (row) => row.line,
      exportValue: (row) => row.line,
    },
    { key: "column", title: words.text("customer.bad-rows.column"), width: 130, text: (row) => row.column },
    { key: "value", title: words.text("customer.bad-rows.value"), width: 150, text: (row) => row.value },
    {
      key: "reason",
      title: words.text("customer.bad-rows.reason"),
      width: 480,
      text: (row) => words.say(badRowMessage(row.reason)),
      render: (row) => (
        <span title={words.say(badRowMessage(row.reason))}>{words.say(badRowMessage(row.reason))}</span>
      ),
    },
  ];
  return (
    <section className="bad-rows">
      <h3>{words.text("customer.bad-rows.title", { count: batch.rows.bad })}</h3>
      <DataTable
        label={words.text("customer.bad-rows.title", { count: batch.rows.bad })}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={columns}
        exportName={words.text("customer.bad-rows.file", { file: batch.fileName.replace(/\.\w+$/, "") })}
        height={height}
      />
    </section>
  );
}
