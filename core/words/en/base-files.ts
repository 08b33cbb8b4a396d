import type { baseFiles as zh } from "../zh-cn/base-files.ts";
import type { WordsLike } from "../dictionary.ts";

/** What is said everywhere when documents go to the disk. */
export const baseFiles = {
  "base.file.making": "Making the file…",
  "base.file.progress.made": "{{done}} of {{all}} made…",
  "base.file.progress.written": "{{done}} of {{all}} written…",
  "base.file.stopping": "Stopping…",
  "base.file.saved": "Saved: {{name}}",
  "base.file.saved-all": "{{count}} files saved in “{{name}}”",
  "base.file.saved-all_one": "{{count}} file saved in “{{name}}”",
  "base.file.printed": "Sent to the printer: {{name}}. For a file, choose “Save as PDF” in the print window.",
  "base.file.printed-all":
    "{{count}} documents sent to the printer, each on a page of its own: {{name}}. For a file, choose “Save as PDF” in the print window.",
  "base.file.printed-all_one":
    "{{count}} document sent to the printer: {{name}}. For a file, choose “Save as PDF” in the print window.",
  "base.file.failed": "It could not be made, and nothing was saved. Please try again. The reason: {{reason}}",
  "base.file.kind.pdf": "PDF file",
  "base.file.kind.docx": "Word document",
  "base.file.kind.xlsx": "Excel workbook",
  "base.file.kind.zip": "ZIP archive",
  "base.file.language": "Language of the file",
  "base.file.language.zh-CN": "中文",
  "base.file.language.en": "English",
  "base.print.part":
    "{{count}} rows, of which the first {{shown}} are printed. For all of them, filter first, or export CSV or XLSX.",
} as const satisfies WordsLike<typeof zh>;
