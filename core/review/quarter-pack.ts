import type { MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Paper, PaperBlock, PaperSection } from "../base/paper.ts";
import { lastDayOf } from "../base/period.ts";
import { membershipOn, membersOn } from "../team/memberships.ts";
import { nameMessage } from "../team/name-key.ts";
import { forecastBlocks } from "./forecast-blocks.ts";
import { kpiTable } from "./kpi-tables.ts";
import { actionBlocks } from "./pack/action-blocks.ts";
import { appraisalBlocks } from "./pack/appraisal-blocks.ts";
import { attentionBlocks } from "./pack/attention-blocks.ts";
import { changeBlocks } from "./pack/change-blocks.ts";
import { incentiveBlocks } from "./pack/incentive-blocks.ts";
import { maskPaper } from "./pack/mask-paper.ts";
import { nameMask } from "./pack/name-mask.ts";
import type { NameMask } from "./pack/name-mask.ts";
import { nextBlocks } from "./pack/next-blocks.ts";
import { pipelineBlocks } from "./pack/pipeline-blocks.ts";
import { memberBlocks, membersChart, scorecardBlocks, summaryBlocks } from "./pack/summary-blocks.ts";
import { trainingBlocks } from "./pack/training-blocks.ts";
import { trendBlocks } from "./pack/trend-blocks.ts";
import { packBook, periodMessage } from "./pack-sources.ts";
import type { PackBook, PackSources } from "./pack-sources.ts";
import { resultsTable } from "./results-table.ts";

/** The parts of a pack that a reader may leave out, in their order. A member's has those that tell of one person. */
export const PACK_SECTIONS = [
  "summary",
  "attention",
  "results",
  "trend",
  "forecast",
  "kpis",
  "pipeline",
  "changes",
  "training",
  "incentives",
  "actions",
  "next",
  "signatures",
  "members",
] as const;
export type PackSectionName = (typeof PACK_SECTIONS)[number];

/** Those of them that a member's pack has. */
export const MEMBER_SECTIONS: readonly PackSectionName[] = [
  "kpis",
  "trend",
  "pipeline",
  "changes",
  "training",
  "incentives",
  "actions",
  "next",
  "signatures",
];

export interface PackChoice {
  /** The team's pack, or one member's. */
  readonly subject: { readonly kind: "team" } | { readonly kind: "member"; readonly id: MemberId };
  /** What the pack holds; the first pages of a member's own are always there. */
  readonly sections: readonly PackSectionName[];
  /** Whether the pack says what people were paid. */
  readonly withPay: boolean;
  /** The word that stands with a number for each member's name; names are said where it is absent. */
  readonly maskedAs?: string;
}

/** Writes the quarterly pack as a neutral document. The same sources and choice give the same document.
 * @example quarterPack(sampleSources(), { subject: { kind: "member", id: "m-li-min" }, sections: ["signatures"], withPay: false }).sections.map((one) => one.id) // => ["member-m-li-min", "signatures"]
 */
export function quarterPack(sources: PackSources, choice: PackChoice): Paper {
  const book = packBook(choice.withPay ? sources : { ...sources, pay: null });
  const pack =
    choice.subject.kind === "team"
      ? teamPack(book, choice.sections)
      : memberPack(book, choice.subject.id, choice.sections);
  const mask = packMask(sources, choice);
  return mask ? maskPaper(pack, mask) : pack;
}

/** The mask of a pack, for what is said outside of the document: names of files. `null` where names are said.
 * @example packMask(sampleSources(), { maskedAs: "成员 " }).text("王芳.xlsx") // => "成员 1.xlsx"
 * @example packMask(sampleSources(), {}) // => null
 */
export function packMask(
  sources: Pick<PackSources, "rows">,
  { maskedAs }: Pick<PackChoice, "maskedAs">,
): NameMask | null {
  return maskedAs === undefined ? null : nameMask(sources.rows.members, maskedAs);
}

function teamPack(book: PackBook, names: readonly PackSectionName[]): Paper {
  const people = packPeople(book);
  const team: Subject = { kind: "team" };
  const sections: Record<PackSectionName, () => readonly PaperSection[]> = {
    ...sharedSections(book, team),
    summary: () => [section("summary", summaryBlocks(book))],
    attention: () => [section("attention", attentionBlocks(book))],
    results: () =>
      book.tree ? [section("results", [resultsTable(book, book.tree), ...membersChart(book)])] : [],
    forecast: () => filled(section("forecast", forecastBlocks(book))),
    kpis: () => [section("kpis", [kpiTable(book)])],
    members: () => people.map((id) => memberPage(book, id)),
    signatures: () => [section("signatures", [signatures("manager", "superior")])],
  };
  return {
    title: message("review.pack.title", { period: periodMessage(book.period) }),
    subtitle: message("review.pack.subtitle.team", {
      team: book.context.settings.name,
      count: people.length,
      day: { day: book.today },
    }),
    runningHead: message("review.pack.head", {
      team: book.context.settings.name,
      period: periodMessage(book.period),
    }),
    hasContents: true,
    sections: PACK_SECTIONS.filter((name) => names.includes(name)).flatMap((name) => sections[name]()),
  };
}

type SharedName = "trend" | "pipeline" | "changes" | "training" | "incentives" | "actions" | "next";

/** The sections that the team's pack and a member's have alike; those with nothing to say are left out. */
function sharedSections(book: PackBook, subject: Subject): Record<SharedName, () => readonly PaperSection[]> {
  return {
    trend: () => filled(section("trend", trendBlocks(book, subject))),
    pipeline: () => filled(section("pipeline", pipelineBlocks(book, subject))),
    changes: () => filled(section("changes", changeBlocks(book, subject))),
    training: () => filled(section("training", trainingBlocks(book, subject))),
    incentives: () => filled(section("incentives", incentiveBlocks(book, subject))),
    actions: () => filled(section("actions", actionBlocks(book, subject))),
    next: () => filled(section("next", nextBlocks(book, subject))),
  };
}

function memberPack(book: PackBook, memberId: MemberId, names: readonly PackSectionName[]): Paper {
  const member = book.context.rows.members.get(memberId);
  const membership = membershipOn(book.context.rows, memberId, lastSeen(book));
  const group = membership ? book.context.rows.groups.get(membership.groupId) : undefined;
  const sections: Partial<Record<PackSectionName, () => readonly PaperSection[]>> = {
    ...sharedSections(book, { kind: "member", id: memberId }),
    kpis: () =>
      filled(section("kpis", [...scorecardBlocks(book, memberId), ...appraisalBlocks(book, memberId)])),
    signatures: () => [section("signatures", [signatures("member", "manager")])],
  };
  return {
    title: message("review.pack.title", { period: periodMessage(book.period) }),
    subtitle: message("review.pack.subtitle.member", {
      name: member?.name ?? "",
      group: group ? nameMessage(group.name) : message("base.none"),
      title: membership?.title ?? "",
      day: { day: book.today },
    }),
    runningHead: message("review.pack.head.member", {
      name: member?.name ?? "",
      team: book.context.settings.name,
      period: periodMessage(book.period),
    }),
    hasContents: true,
    sections: [
      memberSection(book, memberId, memberBlocks(book, memberId)),
      ...MEMBER_SECTIONS.filter((name) => names.includes(name)).flatMap((name) => sections[name]?.() ?? []),
    ],
  };
}

/** A member's page in the team's pack. */
function memberPage(book: PackBook, memberId: MemberId): PaperSection {
  const blocks = [...memberBlocks(book, memberId), ...scorecardBlocks(book, memberId)];
  return { ...memberSection(book, memberId, blocks), newPage: true };
}

function memberSection(book: PackBook, memberId: MemberId, blocks: readonly PaperBlock[]): PaperSection {
  return {
    id: `member-${memberId}`,
    title: message("review.text", { text: book.context.rows.members.get(memberId)?.name ?? "" }),
    newPage: false,
    blocks,
  };
}

function signatures(...who: readonly ("manager" | "superior" | "member")[]): PaperBlock {
  return { kind: "signatures", lines: who.map((one) => message(`review.signature.${one}`)) };
}

function section(name: PackSectionName, blocks: readonly PaperBlock[]): PaperSection {
  return { id: name, title: message(`review.section.${name}`), newPage: false, blocks };
}

/** A section, or nothing where it has nothing to say. */
function filled(one: PaperSection): readonly PaperSection[] {
  return one.blocks.length === 0 ? [] : [one];
}

/** Who belongs into the pack: the people on the team on the quarter's last day, or today while it runs.
 * @example packPeople(sampleSources()).length // => 9
 */
export function packPeople(sources: PackSources): readonly MemberId[] {
  return membersOn(sources.context.rows, lastSeen(sources)).map((member) => member.id);
}

function lastSeen({ today, period }: Pick<PackSources, "today" | "period">) {
  return today < period.end && today >= period.start
    ? today
    : period.start > today
      ? period.start
      : lastDayOf(period);
}
