import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperListItem, PaperTone } from "../../base/paper.ts";
import { explainSum } from "../../customer/fact-totals.ts";
import type { DifferenceKind, DifferenceLine } from "../../customer/history/difference-line.ts";
import { creditsOf, ownerIndexOf } from "../../customer/owner.ts";
import type { OwnedFact } from "../../customer/owner.ts";
import { pipelineBridge } from "../../customer/pipeline-bridge.ts";
import type { PackBook } from "../pack-sources.ts";
import { column, countCell, plainRow } from "./cells.ts";
import { sinceLockBlocks } from "./since-lock-blocks.ts";

/** How many changes are named; the rest is counted. */
const CHANGES_SHOWN = 10;

/** What is worth a line, in the order in which it is told. What is new says the bridge. */
const TOLD: readonly DifferenceKind[] = [
  "gone",
  "lost",
  "slipped",
  "cut",
  "order-refunded",
  "back",
  "reassigned",
  "won",
  "grown",
  "reopened",
  "returned",
];

const TONES: Partial<Record<DifferenceKind, PaperTone>> = {
  gone: "at-risk",
  lost: "at-risk",
  slipped: "behind",
  cut: "behind",
  back: "behind",
  "order-refunded": "behind",
  won: "ahead",
  grown: "ahead",
};

/** What changed in the period: how the imports moved the open pipeline from what it was to what it is, the changes that count most,
 * and what differs from locked reviews. For a member their own deals alone. Nothing where nothing did.
 * @example changeBlocks(sampleBook("2026-Q4"), { kind: "team" }).map((block) => block.kind) // => ["table", "list"]
 */
export function changeBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const lines = linesOf(book, subject);
  return [
    ...bridgeBlocks(book, subject),
    ...(lines.length === 0 ? [] : [lineList(lines)]),
    ...sinceLockBlocks(book, subject),
  ];
}

function bridgeBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const difference = book.difference();
  if (difference.scope.length === 0) return [];
  const bridge = pipelineBridge(difference, (owner) => isOf(book, subject, owner));
  if (bridge.steps.length === 0) return [];
  const rows = [
    plainRow("before", [
      { message: message("customer.difference.bridge.before") },
      { text: "" },
      { quantity: { unit: "money", value: bridge.before }, explain: bridge.explainBefore },
    ]),
    ...bridge.steps.map(({ kind, amount, deals }) => {
      const title = message(`customer.difference.bridge.${kind}`);
      return plainRow(kind, [
        { message: title },
        countCell(deals.length),
        { quantity: { unit: "money", value: amount }, explain: () => explainSum(title, deals) },
      ]);
    }),
  ];
  return [
    {
      kind: "table",
      id: `bridge-${subjectKey(subject)}`,
      title: message("review.pack.bridge.table"),
      columns: [column("what", "text"), column("deals", "count"), column("amount", "money")],
      rows: [
        ...rows,
        plainRow(
          "after",
          [
            { message: message("customer.difference.bridge.after") },
            { text: "" },
            { quantity: { unit: "money", value: bridge.after }, explain: bridge.explainAfter },
          ],
          { emphasis: "total", sumOf: rows.map((row) => row.key) },
        ),
      ],
      notes: [message("review.pack.bridge.note", { count: difference.scope.length })],
    },
  ];
}

function linesOf(book: PackBook, subject: Subject): readonly DifferenceLine[] {
  const rank = new Map(TOLD.map((kind, at) => [kind, at]));
  return book
    .difference()
    .lines.filter((line) => rank.has(line.kind))
    .filter((line) => subject.kind === "team" || isTold(book, subject, line))
    .toSorted((a, b) => rank.get(a.kind)! - rank.get(b.kind)! || (b.amount ?? -1) - (a.amount ?? -1));
}

/** A member is told of what is theirs, and not from whom or to whom it went. */
function isTold(book: PackBook, subject: Subject, line: DifferenceLine): boolean {
  return line.kind !== "reassigned" && isOf(book, subject, line.owner);
}

function lineList(lines: readonly DifferenceLine[]): PaperBlock {
  const rest = lines.length - CHANGES_SHOWN;
  return {
    kind: "list",
    title: message("review.pack.changes.list"),
    items: [
      ...lines.slice(0, CHANGES_SHOWN).map((line): PaperListItem => {
        const tone = TONES[line.kind];
        return { message: line.sentence, ...(tone ? { tone } : {}) };
      }),
      ...(rest > 0 ? [{ message: message("review.pack.more", { count: rest }) }] : []),
    ],
    empty: message("review.pack.changes.none"),
  };
}

function isOf(book: PackBook, subject: Subject, owner: OwnedFact): boolean {
  if (subject.kind !== "member") return true;
  const { shares } = creditsOf(owner, ownerIndexOf(book.context.rows.members));
  return shares.some(({ memberId }) => memberId === subject.id);
}
