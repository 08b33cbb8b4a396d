import type { PaperBlock, PaperCell, Paper } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";

/** A document as JSON for other programs: sentences in the reader's language, numbers as numbers in their base unit (money
 * in minor units), keys stable. The same document and language give the same text. */
export function documentJson(document: Paper, words: Words): string {
  const plain = {
    title: words.say(document.title),
    subtitle: words.say(document.subtitle),
    currency: words.currency,
    sections: document.sections.map((section) => ({
      id: section.id,
      title: words.say(section.title),
      blocks: section.blocks.map((block) => plainBlock(block, words)),
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function plainBlock(block: PaperBlock, words: Words): object {
  switch (block.kind) {
    case "text":
      return { kind: block.kind, text: words.say(block.message) };
    case "commentary":
      return block;
    case "figures":
      return {
        kind: block.kind,
        figures: block.figures.map((figure) => ({
          label: words.say(figure.label),
          ...figure.quantity,
          ...(figure.note ? { note: words.say(figure.note) } : {}),
        })),
      };
    case "list":
      return {
        kind: block.kind,
        ...(block.title ? { title: words.say(block.title) } : {}),
        items: block.items.map((item) => ({
          text: words.say(item.message),
          ...(item.detail ? { detail: words.say(item.detail) } : {}),
        })),
      };
    case "table":
      return {
        kind: block.kind,
        id: block.id,
        title: words.say(block.title),
        columns: block.columns.map((column) => ({ key: column.key, title: words.say(column.title) })),
        rows: block.rows.map((row) => ({
          key: row.key,
          cells: row.cells.map((cell) => plainCell(cell, words)),
        })),
        notes: block.notes.map((note) => words.say(note)),
      };
    case "chart":
      return {
        kind: block.kind,
        id: block.id,
        title: words.say(block.title),
        unit: block.unit,
        labels: block.labels.map((label) => words.say(label)),
        series: block.series.map((series) => ({ name: words.say(series.name), values: series.values })),
        ...(block.target ? { target: block.target } : {}),
      };
    case "signatures":
      return { kind: block.kind, lines: block.lines.map((line) => words.say(line)) };
  }
}

function plainCell(cell: PaperCell, words: Words): unknown {
  if ("text" in cell) return cell.text;
  if ("day" in cell) return cell.day;
  return "message" in cell ? words.say(cell.message) : cell.quantity.value;
}
