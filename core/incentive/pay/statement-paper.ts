import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Paper, PaperBlock, PaperCell, PaperRow, PaperTable } from "../../base/paper.ts";
import type { Period } from "../../base/period.ts";
import type { StatementLine } from "../records.ts";
import { factQuantity, lineTitle, stepMessage, stepValue } from "./explain-pay.ts";
import type { PayContext } from "./pay-context.ts";
import { statementOf } from "./statement-of.ts";

/** A member's statement as a document to hand over and sign: each line with its steps, what it comes to, and the facts that it
 * counts. Throws where there is no statement.
 * @example statementPaper({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, "m1", period("2026-Q1", 1)) // => throws
 */
export function statementPaper(context: PayContext, memberId: MemberId, period: Period): Paper {
  const statement = statementOf(context, { memberId, period });
  if (!statement) throw new RangeError(`no statement of ${memberId} for ${period.id}`);
  const name = context.kpi.rows.members.get(memberId)?.name ?? memberId;
  const title = message("incentive.statement.title", { name, period: { period: period.id } });
  const { approvedOn, lines } = statement;
  const facts = lines.filter((line) => line.facts.length > 0 && line.kind !== "change");
  return {
    title,
    subtitle:
      approvedOn === undefined
        ? message("incentive.note.provisional")
        : message("incentive.note.approved", { day: { day: approvedOn } }),
    runningHead: title,
    hasContents: false,
    sections: [
      {
        id: "pay-lines",
        title: message("incentive.paper.lines"),
        newPage: false,
        blocks: [linesTable(lines, statement.total)],
      },
      ...(facts.length === 0
        ? []
        : [
            {
              id: "pay-facts",
              title: message("incentive.paper.facts"),
              newPage: false,
              blocks: facts.map(factsTable),
            },
          ]),
      {
        id: "signatures",
        title: message("incentive.paper.signatures"),
        newPage: false,
        blocks: [
          {
            kind: "signatures",
            lines: [message("incentive.paper.member"), message("incentive.paper.manager")],
          } satisfies PaperBlock,
        ],
      },
    ],
  };
}

function linesTable(lines: readonly StatementLine[], total: StatementLine["amount"]): PaperTable {
  const money = { unit: "money", value: total } as const;
  const rows = lines.flatMap((line, at): readonly PaperRow[] => [
    {
      key: `line-${at}`,
      depth: 0,
      emphasis: "group",
      cells: [
        { message: lineTitle(line) },
        { text: "" },
        { quantity: { unit: "money", value: line.amount } },
      ],
    },
    ...line.steps.map((step, index): PaperRow => ({
      key: `line-${at}-${index}`,
      depth: 1,
      emphasis: "none",
      cells: [{ message: stepMessage(step) }, { quantity: stepValue(step) }, { text: "" }],
    })),
  ]);
  return {
    kind: "table",
    id: "pay-lines",
    title: message("incentive.paper.lines"),
    columns: [
      { key: "item", title: message("incentive.column.item"), unit: "text" },
      { key: "step", title: message("incentive.column.step"), unit: "money", isExact: true },
      { key: "amount", title: message("incentive.column.amount"), unit: "money", isExact: true },
    ],
    rows: [
      ...rows,
      {
        key: "total",
        depth: 0,
        emphasis: "total",
        cells: [{ message: message("incentive.element.total") }, { text: "" }, { quantity: money }],
      },
    ],
    notes: [],
  };
}

/** What a line counts; with days where any of it has one. */
function factsTable(line: StatementLine, at: number): PaperTable {
  const hasDays = line.facts.some((fact) => fact.on !== undefined);
  return {
    kind: "table",
    id: `pay-facts-${at}`,
    title: lineTitle(line),
    columns: [
      { key: "fact", title: message("incentive.column.fact"), unit: "text" },
      ...(hasDays ? [{ key: "day", title: message("incentive.column.day"), unit: "text" } as const] : []),
      { key: "amount", title: message("incentive.column.credited"), unit: "money", isExact: true },
    ],
    rows: line.facts.map((fact): PaperRow => ({
      key: fact.ref,
      depth: 0,
      emphasis: "none",
      cells: [{ text: fact.label }, ...(hasDays ? [dayCell(fact.on)] : []), { quantity: factQuantity(fact) }],
    })),
    notes: [],
  };
}

function dayCell(on: Day | undefined): PaperCell {
  return on === undefined ? { text: "" } : { message: message("incentive.day", { day: { day: on } }) };
}
