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

/** A chart on its way out. */
export interface Picture {
  readonly name: string;
  /** PNG. */
  readonly blob: Blob;
}

/** Puts a picture into a file or on the clipboard; the shell provides it. */
export const PictureContext = createContext<((picture: Picture, to: "file" | "clipboard") => void) | null>(
  null,
);

export function useTakePicture(): ((picture: Picture, to: "file" | "clipboard") => void) | null {
  return useContext(PictureContext);
}
