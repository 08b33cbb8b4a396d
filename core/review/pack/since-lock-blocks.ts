import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { PaperBlock, PaperListItem } from "../../base/paper.ts";
import { listMessage } from "../../team/name-key.ts";
import type { PackBook } from "../pack-sources.ts";
import { lockedMember, packScore, scoreNow } from "./pack-score.ts";
import type { PackScore } from "./pack-score.ts";

/** How many records are named as the reason. */
const RECORDS_SHOWN = 3;

/** What the data of today would make of reviews that are locked: for each member whose KPIs come out otherwise, what the lock
 * kept, what it would be, and which deals and orders were written since. Nothing while nothing differs.
 * @example sinceLockBlocks(sampleBook("2026-Q2"), { kind: "team" }) // => []
 */
export function sinceLockBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const ids = lockedIds(book, subject);
  const items = ids.flatMap((id) => differencesOf(book, id));
  if (items.length === 0) return [];
  return [
    {
      kind: "list",
      title: message("review.pack.since-lock.list"),
      items,
      empty: message("review.pack.changes.none"),
    },
    { kind: "text", message: message("review.pack.since-lock.note") },
  ];
}

function lockedIds(book: PackBook, subject: Subject): readonly MemberId[] {
  if (subject.kind === "member") return [subject.id];
  const cycle = book.rows.reviewCycles.get(book.period.id);
  return cycle?.state === "locked" ? cycle.memberIds : [];
}

function differencesOf(book: PackBook, memberId: MemberId): readonly PaperListItem[] {
  const locked = lockedMember(book, memberId, book.period);
  if (!locked) return [];
  const kept = packScore(book, memberId, book.period);
  const now = scoreNow(book, memberId, book.period);
  const kpis = changedKpis(kept, now);
  if (kpis.length === 0 && kept.total.value.value === now.total.value.value) return [];
  const why = reasonOf(book, memberId, locked.snapshot.id);
  return [
    {
      message: message("review.pack.since-lock.item", {
        name: book.context.rows.members.get(memberId)?.name ?? locked.member.name,
        before: kept.total.value,
        after: now.total.value,
        kpis: kpis.length === 0 ? message("review.pack.since-lock.score") : listMessage(kpis),
      }),
      detail: why,
      tone: "behind",
    },
  ];
}

/** The KPIs whose value, target or weight is another one than the lock kept. */
function changedKpis(kept: PackScore, now: PackScore): readonly Message[] {
  const nowByKey = new Map(now.lines.map((line) => [line.key, line]));
  return kept.lines
    .filter((line) => {
      const other = nowByKey.get(line.key);
      return (
        other?.value.value !== line.value.value ||
        other.target.value !== line.target.value ||
        other.weight !== line.weight
      );
    })
    .map((line) => {
      const after = nowByKey.get(line.key)?.value ?? { unit: "count" as const, value: null };
      return message("review.pack.since-lock.kpi", { kpi: line.name, before: line.value, after });
    });
}

function reasonOf(book: PackBook, memberId: MemberId, snapshotId: string): Message {
  const moment = book.lockedAt(snapshotId);
  const later = moment === null ? [] : book.writtenAfter(moment);
  const own = later.filter((fact) => fact.memberIds.includes(memberId)).map((fact) => fact.label);
  const names = [...new Set(own)];
  if (names.length === 0) return message("review.pack.since-lock.rules");
  return message("review.pack.since-lock.records", {
    names: listMessage(names.slice(0, RECORDS_SHOWN)),
    count: names.length,
  });
}
