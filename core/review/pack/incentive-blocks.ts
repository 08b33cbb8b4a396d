import type { MemberId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperListItem } from "../../base/paper.ts";
import { inPeriod } from "../../base/period.ts";
import type { Promotion, Recognition, RewardEvent } from "../../incentive/records.ts";
import type { PackBook } from "../pack-sources.ts";
import { memberPayTable, teamPayTables } from "./pay-tables.ts";

/** Incentives of the period: who was recognised and promoted, what the team did together, and, in a pack with pay, what each
 * person got by element and what was spent of the budgets. Without pay no amount of money is in it. Nothing where there is nothing.
 * @example incentiveBlocks({ ...sampleBook(), pay: null }, { kind: "team" }).map((block) => block.kind) // => ["list"]
 * @example incentiveBlocks(sampleBook(), { kind: "team" }).map((block) => block.kind) // => ["table", "table", "list"]
 */
export function incentiveBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const given = givenItems(book, subject.kind === "member" ? subject.id : null);
  return [
    ...payBlocks(book, subject),
    ...(given.length === 0
      ? []
      : [
          {
            kind: "list",
            title: message("review.pack.given.list"),
            items: given,
            empty: message("review.pack.given.none"),
          } satisfies PaperBlock,
        ]),
  ];
}

function payBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  if (book.pay === null) return [];
  return subject.kind === "member"
    ? memberPayTable(book, book.pay, subject.id)
    : teamPayTables(book, book.pay);
}

/** What was given in words: never an amount. */
function givenItems(book: PackBook, memberId: MemberId | null): readonly PaperListItem[] {
  const { rows, period } = book;
  const isTold = (one: { readonly on: Promotion["on"]; readonly memberId: MemberId }) =>
    inPeriod(one.on, period) && (memberId === null || one.memberId === memberId);
  const said = [
    ...[...rows.recognitions.values()]
      .filter(isTold)
      .map((one) => ({ on: one.on, item: recognised(book, one) })),
    ...[...rows.promotions.values()].filter(isTold).map((one) => ({ on: one.on, item: decided(book, one) })),
    ...[...rows.rewardEvents.values()]
      .filter((one) => inPeriod(one.on, period))
      .filter((one) => memberId === null || one.attendance.some((guest) => guest.memberId === memberId))
      .map((one) => ({ on: one.on, item: held(one) })),
  ];
  return said.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).map(({ item }) => item);
}

function recognised(book: PackBook, one: Recognition): PaperListItem {
  return {
    message: message("review.pack.given.recognition", {
      day: { day: one.on },
      name: nameOf(book, one.memberId),
      title: one.title,
    }),
    ...(one.reason === "" ? {} : { detail: message("review.text", { text: one.reason }) }),
  };
}

function decided(book: PackBook, one: Promotion): PaperListItem {
  return {
    message: message(`review.pack.given.${one.outcome}`, {
      day: { day: one.on },
      name: nameOf(book, one.memberId),
      step: one.step,
    }),
    ...(one.reason === "" ? {} : { detail: message("review.text", { text: one.reason }) }),
  };
}

function held(one: RewardEvent): PaperListItem {
  return {
    message: message("review.pack.given.event", {
      day: { day: one.on },
      title: one.name,
      count: one.attendance.length,
    }),
  };
}

function nameOf(book: PackBook, memberId: MemberId): string {
  return book.context.rows.members.get(memberId)?.name ?? memberId;
}
