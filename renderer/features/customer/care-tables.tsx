import type { ContactDue, RenewalDue } from "../../../core/customer/care.ts";
import type { OwnedFact } from "../../../core/customer/owner.ts";
import type { Receivable } from "../../../core/customer/receivables.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { countColumn, dayColumn, moneyColumn, overdueColumn, textColumn } from "./fact-columns.tsx";
import { useColumns } from "./use-columns.ts";

interface TableProps<Row> {
  readonly rows: readonly Row[];
  onLog(customerId: string): void;
  onOpen(customerId: string): void;
}

const HEIGHT = "calc(100dvh - 290px)";

/** A row of care, with the owner where the shared columns look for it. */
type Owned<Row> = Row & OwnedFact;

function withOwner<Row extends ContactDue | RenewalDue>(rows: readonly Row[]): readonly Owned<Row>[] {
  return rows.map((row) => ({ ...row, ownerName: row.customer.ownerName, credits: row.customer.credits }));
}

/** Customers that have waited too long; one button writes down that somebody called. */
export function ContactsDueTable({ rows, onLog, onOpen }: TableProps<ContactDue>) {
  const words = useWords();
  const columns = useColumns<Owned<ContactDue>>(({ words: said, owner }) => [
    textColumn("customer", said.text("customer.field.customer"), {
      width: 220,
      text: (row) => row.customer.name,
    }),
    textColumn("level", said.text("customer.field.level"), {
      width: 64,
      text: (row) => row.customer.level ?? "",
    }),
    owner,
    dayColumn("last", said.text("customer.care.last"), { day: (row) => row.lastOn ?? undefined }),
    countColumn("days", said.text("customer.care.days"), (row) => row.days),
    countColumn("allowed", said.text("customer.care.allowed"), (row) => row.allowed),
    overdueColumn("over", said.text("customer.care.over"), { words: said, days: (row) => row.daysOver }),
    dayColumn("next", said.text("customer.field.nextContact"), { day: (row) => row.customer.nextContactOn }),
    logColumn(said.text("customer.new.activities"), (row) => onLog(row.customer.id)),
  ]);
  return (
    <DataTable
      label={words.text("customer.care.total.contacts")}
      rows={withOwner(rows)}
      rowKey={(row) => row.id}
      columns={columns}
      onOpen={(row) => onOpen(row.customer.id)}
      exportName={words.text("customer.care.total.contacts")}
      height={HEIGHT}
    />
  );
}

/** Contracts that run out soon or have just run out. */
export function RenewalsTable({ rows, onLog, onOpen }: TableProps<RenewalDue>) {
  const words = useWords();
  const columns = useColumns<Owned<RenewalDue>>(({ words: said, owner }) => [
    textColumn("customer", said.text("customer.field.customer"), {
      width: 240,
      text: (row) => row.customer.name,
    }),
    textColumn("level", said.text("customer.field.level"), {
      width: 64,
      text: (row) => row.customer.level ?? "",
    }),
    owner,
    dayColumn("renewal", said.text("customer.field.renewal"), { day: (row) => row.customer.renewalOn }),
    overdueColumn("over", said.text("customer.receivable.over"), {
      words: said,
      days: (row) => row.daysOver,
    }),
    dayColumn("next", said.text("customer.field.nextContact"), { day: (row) => row.customer.nextContactOn }),
    logColumn(said.text("customer.new.activities"), (row) => onLog(row.customer.id)),
  ]);
  return (
    <DataTable
      label={words.text("customer.care.total.renewals")}
      rows={withOwner(rows)}
      rowKey={(row) => row.id}
      columns={columns}
      onOpen={(row) => onOpen(row.customer.id)}
      exportName={words.text("customer.care.total.renewals")}
      height={HEIGHT}
    />
  );
}

/** Orders that are due within a week or overdue. */
export function DuesTable({ rows, onOpen }: Omit<TableProps<Receivable>, "onLog">) {
  const words = useWords();
  const columns = useColumns<Receivable & Receivable["order"]>(({ words: said, customer, owner }) => [
    textColumn("number", said.text("customer.field.number"), { width: 130, text: (row) => row.order.number }),
    customer,
    owner,
    dayColumn("due", said.text("customer.field.due"), { day: (row) => row.order.dueOn }),
    moneyColumn("open", said.text("customer.receivable.open"), { words: said, amount: (row) => row.open }),
    overdueColumn("over", said.text("customer.receivable.over"), {
      words: said,
      days: (row) => row.daysOver,
    }),
  ]);
  return (
    <DataTable
      label={words.text("customer.view.receivables")}
      rows={rows.map((row) => ({ ...row.order, ...row }))}
      rowKey={(row) => row.id}
      columns={columns}
      onOpen={(row) => row.order.customerId !== undefined && onOpen(row.order.customerId)}
      exportName={words.text("customer.view.receivables")}
      height={HEIGHT}
    />
  );
}

function logColumn<Row>(label: string, log: (row: Row) => void): DataColumn<Row> {
  return {
    key: "log",
    title: label,
    width: 110,
    text: () => "",
    exportValue: () => "",
    render: (row) => <LogButton label={label} onClick={() => log(row)} />,
  };
}

/** Reached by Tab from its row; pressing it does not open the row. */
function LogButton({ label, onClick }: { readonly label: string; onClick(): void }) {
  return (
    <button
      type="button"
      className="button link"
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {label}
    </button>
  );
}
