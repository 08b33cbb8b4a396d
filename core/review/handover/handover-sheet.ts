import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { PaperBlock, PaperColumn, PaperRow, PaperSection } from "../../base/paper.ts";
import { settingsIn } from "../../target/target-rows.ts";
import { membershipOn } from "../../team/memberships.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { Paper } from "../../base/paper.ts";
import type { HandoverBook, HandoverOf } from "./handover-book.ts";
import { HANDOVER_KINDS, handoverItems } from "./handover-items.ts";
import type { HandoverKind } from "./handover-items.ts";
import { takerOf } from "./plan-handover.ts";
import type { HandedItem, HandoverChoice, Taker } from "./plan-handover.ts";

/** Writes the sheet that goes with a handover: what each kind of work comes to and who takes it, then every single thing with
 * what the taker must know, then a place to sign for both and the manager. The same book and choice give the same document.
 * @example handoverSheet(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: null }, { takerByKind: { tasks: "b" }, takerByKey: {}, reason: "" }).sections.map((one) => one.id) // => ["summary", "items", "signatures"]
 */
export function handoverSheet(book: HandoverBook, of: HandoverOf, choice: HandoverChoice): Paper {
  const { rows } = book;
  const name = rows.members.get(of.memberId)?.name ?? "";
  const handed = handoverItems(book, of).map((item) => ({ item, taker: takerOf(choice, item) }));
  const kinds = HANDOVER_KINDS.filter((kind) => handed.some(({ item }) => item.kind === kind));
  const ofKind = (kind: HandoverKind) => handed.filter(({ item }) => item.kind === kind);
  return {
    title: message("review.handover.sheet.title", { name }),
    subtitle: subtitleOf(book, of),
    runningHead: message("review.handover.sheet.head", { name, team: settingsIn(rows).name }),
    hasContents: false,
    sections: [
      section("summary", summaryBlocks(book, of, { handed, kinds })),
      ...(kinds.length === 0
        ? []
        : [
            section(
              "items",
              kinds.map((kind) => itemsTable(book, kind, ofKind(kind))),
            ),
          ]),
      section("signatures", [
        {
          kind: "signatures",
          lines: [
            message("review.handover.signature.from", { name }),
            message("review.handover.signature.to"),
            message("review.handover.signature.manager"),
          ],
        },
      ]),
    ],
  };
}

function section(id: string, blocks: readonly PaperBlock[]): PaperSection {
  return { id, title: message(`review.handover.section.${id}`), newPage: false, blocks };
}

function subtitleOf({ rows }: HandoverBook, { memberId, today, leavesOn }: HandoverOf): Message {
  const membership = membershipOn(rows, memberId, today);
  const group = membership && rows.groups.get(membership.groupId);
  const form = `${group ? "group" : "plain"}${leavesOn === null ? "" : ".left"}`;
  return message(`review.handover.sheet.subtitle.${form}`, {
    day: { day: today },
    ...(leavesOn === null ? null : { left: { day: leavesOn } }),
    ...(group ? { group: nameMessage(group.name) } : null),
  });
}

function summaryBlocks(
  book: HandoverBook,
  of: HandoverOf,
  { handed, kinds }: { readonly handed: readonly HandedItem[]; readonly kinds: readonly HandoverKind[] },
): readonly PaperBlock[] {
  const left = handed.filter(({ taker }) => taker === null).length;
  const opening = message("review.handover.sheet.opening", {
    name: book.rows.members.get(of.memberId)?.name ?? "",
    count: handed.length,
  });
  const items = kinds.map((kind) => {
    const ofKind = handed.filter(({ item }) => item.kind === kind);
    const takers = [...new Set(ofKind.flatMap(({ taker }) => (taker === null ? [] : [taker])))];
    return {
      message: message("review.handover.sheet.line", {
        kind: message(`review.handover.kind.${kind}`),
        count: ofKind.length,
      }),
      detail:
        takers.length === 0
          ? message("review.handover.nobody")
          : message("review.handover.sheet.to", { takers: takerNames(book, takers) }),
    };
  });
  return [
    { kind: "text", message: opening },
    { kind: "list", items, empty: message("review.handover.none") },
    ...(left > 0
      ? ([{ kind: "text", message: message("review.handover.sheet.left", { count: left }) }] as const)
      : []),
  ];
}

function takerNames(book: HandoverBook, takers: readonly Taker[]): Message {
  const [first, ...rest] = takers.map((taker) => takerMessage(book, taker));
  return rest.reduce<Message>(
    (names, next) => message("review.handover.and", { names, next }),
    first ?? message("review.handover.nobody"),
  );
}

/** How a taker is called on a screen or sheet.
 * @example takerMessage(handoverBook(), "b") // => { key: "review.handover.taker", params: { name: "b" } }
 * @example takerMessage(handoverBook(), null).key // => "review.handover.nobody"
 */
export function takerMessage({ rows }: HandoverBook, taker: Taker): Message {
  if (taker === null) return message("review.handover.nobody");
  if (taker === "shares") return message("review.handover.shares");
  return message("review.handover.taker", { name: rows.members.get(taker)?.name ?? taker });
}

function itemsTable(book: HandoverBook, kind: HandoverKind, handed: readonly HandedItem[]): PaperBlock {
  const hasDetail = handed.some(({ item }) => item.detail);
  const unit = handed.find(({ item }) => item.amount)?.item.amount?.unit;
  const columns: readonly PaperColumn[] = [
    { key: "item", title: message(`review.handover.column.${kind}`), unit: "text" },
    ...(hasDetail
      ? [{ key: "detail", title: message("review.handover.column.detail"), unit: "text" } as const]
      : []),
    ...(unit === undefined
      ? []
      : [{ key: "amount", title: message("review.handover.column.amount"), unit, isExact: true } as const]),
    { key: "taker", title: message("review.handover.column.taker"), unit: "text" },
  ];
  const row = ({ item, taker }: HandedItem): PaperRow => ({
    key: item.key,
    depth: 0,
    emphasis: "none",
    cells: [
      typeof item.label === "string" ? { text: item.label } : { message: item.label },
      ...(hasDetail ? [item.detail ? { message: item.detail } : { text: "" }] : []),
      ...(unit === undefined ? [] : [item.amount ? { quantity: item.amount } : { text: "" }]),
      { message: takerMessage(book, taker) },
    ],
  });
  return {
    kind: "table",
    id: kind,
    title: message("review.handover.table", {
      kind: message(`review.handover.kind.${kind}`),
      count: handed.length,
    }),
    columns,
    rows: handed.map(row),
    notes: [],
  };
}
