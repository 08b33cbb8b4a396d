import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Paper, PaperBlock, PaperListItem, PaperSection, PaperTable } from "../../base/paper.ts";
import type { Kpi } from "../../kpi/records.ts";
import { membershipOn } from "../../team/memberships.ts";
import { nameMessage } from "../../team/name-key.ts";
import { basisItems } from "./letter-basis.ts";
import { changesTable, lockItems } from "./letter-changes.ts";
import { letterDay } from "./letter-book.ts";
import type { LetterBook } from "./letter-book.ts";
import { ownKpis, periodsTables, standardKpis, summaryTable } from "./letter-tables.ts";

/** Writes a member's target letter for a period: the three lines of each KPI, month by month, what they rest on, what changed
 * since they were locked, how each is measured, and a place to sign. The same book gives the same document.
 * @example targetLetter(letterBook(letterSources({ targets: { "member:a 2026": 60 } })), "a").sections.map((one) => one.id) // => ["targets", "basis", "measures", "signatures"]
 */
export function targetLetter(book: LetterBook, memberId: MemberId): Paper {
  const { context, period, today } = book;
  const name = book.rows.members.get(memberId)?.name ?? "";
  const periodParam = { period: period.id };
  const kpis = ownKpis(book, memberId);
  const measured = [...kpis, ...standardKpis(book, memberId)].map((one) => one.kpi);
  return {
    title: message("target.letter.title", { period: periodParam }),
    subtitle: subtitleOf(book, memberId),
    runningHead: message("target.letter.head", { name, team: context.settings.name, period: periodParam }),
    hasContents: false,
    sections: [
      section("targets", [
        text(message(`target.letter.opening.${period.kind}`, { name, period: periodParam })),
        ...(measured.length === 0
          ? [text(message("target.letter.none", { period: periodParam }))]
          : [summaryTable(book, memberId)]),
        ...periodsTables(book, memberId),
      ]),
      section("basis", [
        list("basis", [...basisItems(book, memberId, kpis), ...lockItems(book, kpis)]),
        ...filled(changesTable(book, memberId, kpis)),
      ]),
      ...(measured.length === 0 ? [] : [section("measures", [list("measures", measured.map(measureItem))])]),
      section("signatures", [
        text(message("target.letter.agreed", { day: { day: today } })),
        {
          kind: "signatures",
          lines: [message("target.letter.signature.member"), message("target.letter.signature.manager")],
        },
      ]),
    ],
  };

  /** How a KPI is measured: its definition, where its value comes from, how often it is looked at. */
  function measureItem(kpi: Kpi): PaperListItem {
    const { zh, en } = kpi.definition;
    const isSales = kpi.metric === "sales-amount";
    return {
      message:
        zh === "" && en === ""
          ? message("target.letter.measure.plain", { kpi: nameMessage(kpi.name) })
          : message("target.letter.measure", {
              kpi: nameMessage(kpi.name),
              definition: nameMessage(kpi.definition),
            }),
      detail: message("target.letter.measure.detail", {
        source: isSales
          ? message(`target.letter.sales.${context.settings.salesBasis}`)
          : message(`target.letter.source.${kpi.source}`),
        frequency: message(`target.letter.frequency.${kpi.frequency}`),
        direction: message(`target.letter.direction.${kpi.direction}`),
      }),
    };
  }
}

function subtitleOf(book: LetterBook, memberId: MemberId): Message {
  const { rows, today } = book;
  const membership = membershipOn(rows, memberId, letterDay(book, memberId));
  const group = membership ? rows.groups.get(membership.groupId) : undefined;
  const name = rows.members.get(memberId)?.name ?? "";
  const day = { day: today };
  if (!group) return message("target.letter.subtitle.plain", { name, day });
  const params = { name, group: nameMessage(group.name), day };
  return membership?.title
    ? message("target.letter.subtitle", { ...params, title: membership.title })
    : message("target.letter.subtitle.no-title", params);
}

function section(id: string, blocks: readonly PaperBlock[]): PaperSection {
  return { id, title: message(`target.letter.section.${id}`), newPage: false, blocks };
}

function filled(table: PaperTable | null): readonly PaperBlock[] {
  return table === null ? [] : [table];
}

function text(said: Message): PaperBlock {
  return { kind: "text", message: said };
}

function list(id: string, items: readonly PaperListItem[]): PaperBlock {
  return { kind: "list", items, empty: message(`target.letter.${id}.none`) };
}
