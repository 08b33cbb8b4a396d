import { createContext, useContext } from "react";

/** A table on its way out: what the reader sees, with real numbers where the column knows them. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export type ExportFormat = "csv" | "xlsx";

/** Writes a table to a file; the shell provides it, for parts know neither formats nor the platform. */
export const ExportContext = createContext<((table: ExportTable, format: ExportFormat) => void) | null>(null);

export function useExport(): ((table: ExportTable, format: ExportFormat) => void) | null {
  return useContext(ExportContext);
}
