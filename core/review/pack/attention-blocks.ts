import { message } from "../../base/message.ts";
import { money } from "../../base/money.ts";
import type { PaperBlock, PaperListItem } from "../../base/paper.ts";
import { subjectLabel } from "../../kpi/subject-label.ts";
import { standingAt } from "../pack-sources.ts";
import type { PackBook } from "../pack-sources.ts";
import { asMessage } from "./cells.ts";

/** How many findings a pack lists; the rest is counted. */
const FINDINGS_SHOWN = 12;

/** What needs attention: who is behind pace, and what is found wrong in duties and data.
 * @example attentionBlocks(sampleBook()).map((block) => block.kind) // => ["list", "list"]
 */
export function attentionBlocks(book: PackBook): readonly PaperBlock[] {
  return [behindList(book), findingList(book)];
}

function behindList(book: PackBook): PaperBlock {
  const { tree } = book;
  const period = tree?.periods.findIndex((one) => one.id === book.period.id) ?? -1;
  const members = tree?.rows.filter((row) => row.subject.kind === "member") ?? [];
  const items = members.flatMap((row): readonly (PaperListItem & { readonly pace: number })[] => {
    const standing = standingAt(book, tree!, { row: row.index, period });
    const { value } = standing.pace.quantity;
    if (value === null || (standing.state !== "behind" && standing.state !== "at-risk")) return [];
    const gap = money(
      Math.round((standing.target.quantity.value ?? 0) - (standing.actual.quantity.value ?? 0)),
    );
    const params = {
      name: asMessage(subjectLabel(book.context, row.subject)),
      pace: standing.pace.quantity,
      gap: tree!.kpi.unit === "money" ? { unit: "money" as const, value: gap } : gap,
    };
    return [{ message: message("review.behind.item", params), tone: standing.state, pace: value }];
  });
  return {
    kind: "list",
    title: message("review.list.behind"),
    items: items.toSorted((a, b) => a.pace - b.pace),
    empty: message("review.list.behind.none"),
  };
}

function findingList(book: PackBook): PaperBlock {
  const shown = book.findings.slice(0, FINDINGS_SHOWN);
  const rest = book.findings.length - shown.length;
  const tones = { risk: "at-risk", warning: "behind", hint: "muted" } as const;
  return {
    kind: "list",
    title: message("review.list.findings"),
    items: [
      ...shown.map((one) => ({ message: one.message, detail: one.reason, tone: tones[one.severity] })),
      ...(rest > 0 ? [{ message: message("review.list.more", { count: rest }) }] : []),
    ],
    empty: message("review.list.findings.none"),
  };
}
