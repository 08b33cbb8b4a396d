import type { Explanation, ExplainedInput } from "../../base/explain.ts";
import type { Message, MessageParam } from "../../base/message.ts";
import type { Paper, PaperBlock, PaperCell, PaperFigure, PaperTable } from "../../base/paper.ts";
import type { NameMask } from "./name-mask.ts";

type Mask = Pick<NameMask, "text" | "key">;

/** A document in which a mask has been put over every text, key and explanation; numbers and days stay.
 * @example maskPaper({ title: message("t", { name: "王芳" }), subtitle: message("s"), runningHead: message("h"), hasContents: false, sections: [] }, { text: () => "M1", key: (key) => key }).title.params // => { name: "M1" }
 */
export function maskPaper(paper: Paper, mask: Mask): Paper {
  return {
    ...paper,
    title: maskMessage(paper.title, mask),
    subtitle: maskMessage(paper.subtitle, mask),
    runningHead: maskMessage(paper.runningHead, mask),
    sections: paper.sections.map((section) => ({
      ...section,
      id: mask.key(section.id),
      title: maskMessage(section.title, mask),
      blocks: section.blocks.map((block) => maskBlock(block, mask)),
    })),
  };
}

function maskBlock(block: PaperBlock, mask: Mask): PaperBlock {
  const say = (one: Message) => maskMessage(one, mask);
  switch (block.kind) {
    case "text":
      return { ...block, message: say(block.message) };
    case "commentary":
      return { ...block, text: mask.text(block.text) };
    case "figures":
      return { ...block, figures: block.figures.map((figure) => maskFigure(figure, mask)) };
    case "list":
      return {
        ...block,
        ...(block.title ? { title: say(block.title) } : {}),
        items: block.items.map((item) => ({
          ...item,
          message: say(item.message),
          ...(item.detail ? { detail: say(item.detail) } : {}),
        })),
      };
    case "table":
      return maskTable(block, mask);
    case "chart":
      return {
        ...block,
        id: mask.key(block.id),
        title: say(block.title),
        labels: block.labels.map(say),
        series: block.series.map((one) => ({ ...one, name: say(one.name) })),
      };
    case "signatures":
      return { ...block, lines: block.lines.map(say) };
  }
}

function maskFigure(figure: PaperFigure, mask: Mask): PaperFigure {
  const { explain } = figure;
  return {
    ...figure,
    label: maskMessage(figure.label, mask),
    ...(figure.note ? { note: maskMessage(figure.note, mask) } : {}),
    ...(explain ? { explain: () => maskExplanation(explain(), mask) } : {}),
  };
}

function maskTable(table: PaperTable, mask: Mask): PaperTable {
  return {
    ...table,
    id: mask.key(table.id),
    title: maskMessage(table.title, mask),
    columns: table.columns.map((column) => ({
      ...column,
      key: mask.key(column.key),
      title: maskMessage(column.title, mask),
    })),
    rows: table.rows.map((row) => ({
      ...row,
      key: mask.key(row.key),
      ...(row.sumOf ? { sumOf: row.sumOf.map((key) => mask.key(key)) } : {}),
      cells: row.cells.map((cell) => maskCell(cell, mask)),
    })),
    notes: table.notes.map((note) => maskMessage(note, mask)),
  };
}

function maskCell(cell: PaperCell, mask: Mask): PaperCell {
  if ("text" in cell) return { text: mask.text(cell.text) };
  if ("message" in cell) return { ...cell, message: maskMessage(cell.message, mask) };
  if ("day" in cell || !cell.explain) return cell;
  const { explain } = cell;
  return { ...cell, explain: () => maskExplanation(explain(), mask) };
}

function maskExplanation(explanation: Explanation, mask: Mask): Explanation {
  const say = (one: Message) => maskMessage(one, mask);
  return {
    ...explanation,
    title: say(explanation.title),
    formula: say(explanation.formula),
    inputs: explanation.inputs.map((input): ExplainedInput => {
      const { explain } = input;
      return {
        ...input,
        label: say(input.label),
        ...(explain ? { explain: () => maskExplanation(explain(), mask) } : {}),
      };
    }),
    rows: explanation.rows.map((row) => ({
      ...row,
      ref: { ...row.ref, id: mask.key(row.ref.id) },
      label: mask.text(row.label),
    })),
    notes: explanation.notes.map(say),
  };
}

function maskMessage(said: Message, mask: Mask): Message {
  if (said.params === undefined) return said;
  const params = Object.entries(said.params).map(([name, param]) => [name, maskParam(param, mask)]);
  return { key: said.key, params: Object.fromEntries(params) as Record<string, MessageParam> };
}

function maskParam(param: MessageParam, mask: Mask): MessageParam {
  if (typeof param === "string") return mask.text(param);
  return typeof param === "object" && "key" in param ? maskMessage(param, mask) : param;
}
