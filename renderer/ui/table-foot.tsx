import type { ReactNode } from "react";
import { useExport } from "./export-context.tsx";
import type { ExportTable } from "./export-context.tsx";
import { useWords } from "./words-context.tsx";

export interface TableFootProps {
  readonly children?: ReactNode;
  /** Absent: the table cannot be taken out. */
  readonly table?: (() => ExportTable) | undefined;
}

/** The quiet line under a table: what the active cell has to say, and the table as a file. */
export function TableFoot({ children, table }: TableFootProps) {
  const words = useWords();
  const write = useExport();
  return (
    <div className="table-foot">
      <span className="table-foot-note" role="status">
        {children}
      </span>
      {table && write && (
        <span className="table-foot-out">
          <button type="button" title={words.text("base.export.csv")} onClick={() => write(table(), "csv")}>
            CSV
          </button>
          <button type="button" title={words.text("base.export.xlsx")} onClick={() => write(table(), "xlsx")}>
            XLSX
          </button>
        </span>
      )}
    </div>
  );
}
