import type { ReactNode } from "react";
import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { factById, factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EmptyBook } from "./empty-book.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { spokenColumns } from "./fact-columns.tsx";
import { FilterLine } from "./fact-filter.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { RoomViews, tabOf } from "./room-views.tsx";
import type { RoomView, ViewProps } from "./room-views.tsx";
import { TotalsLine } from "./totals-line.tsx";
import type { Total } from "./totals-line.tsx";
import { useNewRecord, useQueryId } from "./use-query-id.ts";

export interface FactTablePageProps<Row> extends ViewProps {
  /** Whose records the rows are. */
  readonly table: TypedTable;
  /** Absent: the table's own. */
  readonly view?: RoomView;
  /** The rows that pass the filter. */
  readonly shown: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly totals: readonly Total[];
  /** Filters of this table alone, before the common ones. */
  readonly tools?: ReactNode;
}

/** A table of the book: its views, filters, sums and rows, the record that is open, and a new one. */
export function FactTablePage<Row extends { readonly id: string }>(props: FactTablePageProps<Row>) {
  const { tabs, table, view = table, shown } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const [openId, open] = useQueryId(view);
  const [newFor, add] = useNewRecord(view);
  const opened = openId === null ? undefined : factById(workspace, table, openId);
  const name = words.text(`customer.view.${view}`);
  return (
    <>
      {factsOf(workspace, table).length === 0 ? (
        <EmptyBook tabs={tabs} view={view} table={table} onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab={tabOf(view)}
          tools={
            <>
              <RoomViews view={view} />
              {props.tools}
              <FilterLine />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <TotalsLine totals={props.totals} />
          <DataTable
            label={name}
            rows={shown}
            rowKey={(row) => row.id}
            columns={spokenColumns(props.columns, shown)}
            onOpen={(row) => open(row.id)}
            exportName={name}
            height="calc(100dvh - 290px)"
          />
        </Page>
      )}
      {opened && (
        <RecordDrawer key={opened.id} table={table} record={opened} withAdding onClose={() => open(null)} />
      )}
      {newFor !== null && <NewRecordDrawer table={table} customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}
