import type { base as zh } from "../zh-cn/base.ts";
import type { WordsLike } from "../dictionary.ts";

/** Basic words: figures, periods, common actions. */
export const base = {
  "base.points": "{{value}} pp",
  "base.none": "—",
  "base.year": "{{year}}",
  "base.quarter": "Q{{quarter}} {{year}}",
  "base.month": "{{monthName}} {{year}}",
  "base.quarter.short": "Q{{quarter}}",
  "base.month.short": "{{monthName}}",
  "base.unassigned": "Unassigned",
  "base.team": "Team",
  "base.cancel": "Cancel",
  "base.save": "Save",
  "base.close": "Close",
  "base.undo": "Undo",
  "base.redo": "Redo",
  "base.add": "Add",
  "base.remove": "Remove",
  "base.edit": "Edit",
  "base.search": "Search",
  "base.export.csv": "Export as CSV",
  "base.export.xlsx": "Export as XLSX",
  "base.chart.table": "As a table",
  "base.chart.picture": "As a picture",
  "base.chart.png": "Save as PNG",
  "base.chart.copy": "Copy the picture",
  "base.column": "Column {{at}}",
  "base.rows": "{{count}} rows",
  "base.rows_one": "{{count}} row",
  "base.grid.refused":
    "{{count}} of the {{all}} cells could not be read, so none was written. Mend them and all go in; Esc drops them.",
} as const satisfies WordsLike<typeof zh>;
