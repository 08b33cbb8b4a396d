import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperListItem, PaperRow, PaperTable } from "../../base/paper.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import { monthsOfPeriod } from "../fiscal-year.ts";
import type { TargetLine, TargetLock } from "../records.ts";
import { TARGET_LINES } from "../records.ts";
import { targetId } from "../target-rows.ts";
import type { LetterBook, LetterKpi } from "./letter-book.ts";

type Version = TargetLock["versions"][number];

/** Since when a KPI's targets are locked.
 * @example lockItems(letterBook(letterSources({})), []) // => []
 */
export function lockItems(book: LetterBook, kpis: readonly LetterKpi[]): readonly PaperListItem[] {
  return kpis.flatMap((one): readonly PaperListItem[] => {
    const lock = lockOf(book, one);
    if (!lock) return [];
    const params = { kpi: nameMessage(one.kpi.name), day: { day: lock.on } };
    return [{ message: message("target.letter.basis.locked", params) }];
  });
}

/** What changed of a member's targets after they were locked, with day and reason: of each version the longest of the periods
 * inside the letter's own that it changed. `null` when nothing did.
 * @example changesTable(letterBook(letterSources({})), "a", []) // => null
 */
export function changesTable(
  book: LetterBook,
  memberId: MemberId,
  kpis: readonly LetterKpi[],
): PaperTable | null {
  const rows = kpis.flatMap((one) =>
    (lockOf(book, one)?.versions ?? []).flatMap((version) => versionRows(book, memberId, { one, version })),
  );
  if (rows.length === 0) return null;
  const text = (key: string) => ({
    key,
    title: message(`target.letter.column.${key}`),
    unit: "text" as const,
  });
  const amount = (key: string) => ({
    key,
    title: message(`target.letter.column.${key}`),
    unit: "ratio" as const,
    isExact: true,
  });
  return {
    kind: "table",
    id: "changes",
    title: message("target.letter.table.changes"),
    columns: [text("on"), text("what"), amount("before"), amount("after"), text("reason")],
    rows,
    notes: [],
  };
}

function versionRows(
  book: LetterBook,
  memberId: MemberId,
  { one, version }: { readonly one: LetterKpi; readonly version: Version },
): readonly PaperRow[] {
  return TARGET_LINES.flatMap((line): readonly PaperRow[] => {
    const changes = changesAt(book, memberId, { one, version, line });
    const longest = Math.max(...changes.map(({ at }) => monthsOfPeriod(at).length), 0);
    return changes
      .filter(({ at }) => monthsOfPeriod(at).length === longest)
      .map(({ at, change }) => ({
        key: `${one.kpi.id}-${version.number}-${line}-${at}`,
        depth: 0,
        emphasis: "none",
        cells: [
          { message: message("target.letter.day", { day: { day: version.on } }) },
          {
            message: message("target.letter.what", {
              kpi: nameMessage(one.kpi.name),
              line: message(`target.line.${line}`),
              period: { period: one.trees[line].periods[at]!.id },
            }),
          },
          { quantity: quantityOf(one.unit, change.before) },
          { quantity: quantityOf(one.unit, change.after) },
          { text: version.reason },
        ],
      }));
  });
}

function changesAt(
  book: LetterBook,
  memberId: MemberId,
  of: { readonly one: LetterKpi; readonly version: Version; readonly line: TargetLine },
) {
  const { one, version, line } = of;
  const changeById = new Map(version.changes.map((change) => [change.id, change]));
  const within = monthsOfPeriod(book.at);
  return one.trees[line].periods.flatMap((period, at) => {
    if (!monthsOfPeriod(at).every((month) => within.includes(month))) return [];
    const subject = { kind: "member", id: memberId } as const;
    const change = changeById.get(targetId({ kpiId: one.kpi.id, subject, periodId: period.id, line }));
    return change && change.before !== change.after ? [{ at, change }] : [];
  });
}

function lockOf(book: LetterBook, one: LetterKpi): TargetLock | undefined {
  return book.rows.targetLocks.get(`${one.kpi.id}|${book.year}`);
}
