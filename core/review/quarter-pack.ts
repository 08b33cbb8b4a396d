import { subjectKey } from "../base/id.ts";
import type { MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { money } from "../base/money.ts";
import { lastDayOf } from "../base/period.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import { subjectLabel } from "../kpi/subject-label.ts";
import { FIRST_MONTH } from "../target/fiscal-year.ts";
import type { RowStanding } from "../target/standing.ts";
import type { TreeRow } from "../target/target-tree.ts";
import { membershipOn, membersOn } from "../team/memberships.ts";
import { nameMessage } from "../team/name-key.ts";
import type {
  PaperBlock,
  PaperChart,
  Paper,
  PaperFigure,
  PaperListItem,
  PaperSection,
} from "../base/paper.ts";
import { forecastBlocks, forecastFigures } from "./forecast-blocks.ts";
import { kpiTable, packScorecard, scorecardTable } from "./kpi-tables.ts";
import { packBook, periodMessage, standingAt, standingOf, lockedStandingOf } from "./pack-sources.ts";
import type { PackBook, PackSources } from "./pack-sources.ts";
import { monthsTable, resultsTable } from "./results-table.ts";

/** The parts of a team's pack that a reader may leave out, in their order. */
export const PACK_SECTIONS = [
  "summary",
  "attention",
  "results",
  "forecast",
  "kpis",
  "signatures",
  "members",
] as const;
export type PackSectionName = (typeof PACK_SECTIONS)[number];

export interface PackChoice {
  /** The team's pack, or one member's. */
  readonly subject: { readonly kind: "team" } | { readonly kind: "member"; readonly id: MemberId };
  /** What a team's pack holds; a member's is always whole. */
  readonly sections: readonly PackSectionName[];
}

/** How many findings a pack lists; the rest is counted. */
const FINDINGS_SHOWN = 12;

/** Writes the quarterly pack as a neutral document. The same sources and choice give the same document.
 * @example quarterPack(sampleSources(), { subject: { kind: "member", id: "m-li-min" }, sections: [] }).sections.map((one) => one.id) // => ["member-m-li-min", "signatures"]
 */
export function quarterPack(sources: PackSources, choice: PackChoice): Paper {
  const book = packBook(sources);
  return choice.subject.kind === "team"
    ? teamPack(book, choice.sections)
    : memberPack(book, choice.subject.id);
}

/** The id of the commentary on a subject's quarter.
 * @example commentaryId("2026-Q3", { kind: "team" }) // => "2026-Q3|team"
 */
export function commentaryId(periodId: string, subject: Subject): string {
  return `${periodId}|${subjectKey(subject)}`;
}

function teamPack(book: PackBook, names: readonly PackSectionName[]): Paper {
  const people = packPeople(book);
  const sections: Record<PackSectionName, () => readonly PaperSection[]> = {
    summary: () => [summarySection(book)],
    results: () =>
      book.tree ? [newPage("results", [resultsTable(book, book.tree), ...chartOf(membersChart(book))])] : [],
    forecast: () => {
      const blocks = forecastBlocks(book);
      return blocks.length === 0 ? [] : [newPage("forecast", blocks)];
    },
    kpis: () => [newPage("kpis", [kpiTable(book)])],
    attention: () => [section("attention", [behindList(book), findingList(book)])],
    members: () => people.map((id) => memberSection(book, id)),
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

function memberPack(book: PackBook, memberId: MemberId): Paper {
  const member = book.context.rows.members.get(memberId);
  const membership = membershipOn(book.context.rows, memberId, lastSeen(book));
  const group = membership ? book.context.rows.groups.get(membership.groupId) : undefined;
  const part = memberSection(book, memberId);
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
    sections: [{ ...part, newPage: false }, section("signatures", [signatures("member", "manager")])],
  };
}

function summarySection(book: PackBook): PaperSection {
  const team: Subject = { kind: "team" };
  const standing = standingOf(book, team, book.period.id);
  const others = (["order-count", "new-customers-by-order", "retention"] as const).map(
    (metric): PaperFigure => {
      const value = kpiValue(book.context, metric, { subject: team, period: book.period });
      return {
        label: message(`kpi.metric.${metric}`),
        quantity: value.value,
        ...(value.value.value === null && value.note ? { note: value.note } : {}),
        explain: () => value.explain(),
      };
    },
  );
  return section("summary", [
    {
      kind: "figures",
      figures: [...(standing && book.sales ? standingFigures(book, team, standing) : []), ...others],
    },
    ...commentaryBlocks(book, team),
    ...chartOf(monthsChart(book, team)),
  ]);
}

function memberSection(book: PackBook, memberId: MemberId): PaperSection {
  const subject: Subject = { kind: "member", id: memberId };
  const row = treeRowOf(book, memberId);
  const standing = standingOf(book, subject, book.period.id);
  const blocks: PaperBlock[] = [];
  const { total } = packScorecard(book, memberId);
  const figures = standing && book.sales ? standingFigures(book, subject, standing).slice(0, 4) : [];
  const score: PaperFigure = {
    label: message("review.figure.score"),
    quantity: total.value,
    ...(total.note ? { note: total.note } : {}),
    explain: () => total.explain(),
  };
  blocks.push({
    kind: "figures",
    figures: [...figures.slice(0, 3), score, ...forecastFigures(book, subject)],
  });
  blocks.push(...commentaryBlocks(book, subject), ...chartOf(monthsChart(book, subject)));
  if (book.tree && row) blocks.push(monthsTable(book, book.tree, row));
  if (packScorecard(book, memberId).lines.length > 0) blocks.push(scorecardTable(book, memberId));
  return {
    id: `member-${memberId}`,
    title: message("review.text", { text: book.context.rows.members.get(memberId)?.name ?? "" }),
    newPage: true,
    blocks,
  };
}

function standingFigures(book: PackBook, subject: Subject, standing: RowStanding): readonly PaperFigure[] {
  const locked = lockedStandingOf(book, subject, book.period.id);
  const { value } = locked?.againstOriginal.quantity ?? {};
  const figure = (name: string, from: RowStanding["target"]): PaperFigure => ({
    label: message(`review.figure.${name}`),
    quantity: from.quantity,
    ...(from.quantity.value === null && from.note ? { note: from.note } : {}),
    explain: () => from.explain(),
  });
  return [
    { ...figure("target", standing.actual), label: nameMessage(book.sales!.name) },
    figure("target", standing.target),
    {
      ...figure("attainment", locked?.againstCurrent ?? standing.attainment),
      ...(value === undefined || value === null
        ? {}
        : { note: message("review.figure.original", { value: { unit: "percent", value } }) }),
    },
    figure("pace", standing.pace),
    figure("required", standing.requiredPerDay),
  ];
}

function commentaryBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const text = book.commentaries.get(commentaryId(book.period.id, subject))?.text.trim() ?? "";
  return text === "" ? [] : [{ kind: "commentary", text }];
}

/** Months of the fiscal year up to the quarter's end: actual beside target. */
function monthsChart(book: PackBook, subject: Subject): PaperChart | null {
  const { tree } = book;
  const row = tree?.rows.find((one) => subjectKey(one.subject) === subjectKey(subject));
  if (!tree || !row) return null;
  const months = tree.periods
    .map((period, index) => ({ period, index }))
    .filter(({ period, index }) => index >= FIRST_MONTH && period.end <= book.period.end);
  const standings = months.map(({ index }) => standingAt(book, tree, { row: row.index, period: index }));
  const target = standings.map((standing) => standing.target.quantity.value);
  return {
    kind: "chart",
    id: `months-${subjectKey(subject)}`,
    title: message("review.chart.months", { kpi: nameMessage(tree.kpi.name) }),
    shape: "bars",
    unit: tree.kpi.unit,
    labels: months.map(({ period }) => periodMessage(period, "short")),
    series: [
      {
        name: message("review.series.actual"),
        values: standings.map((one, at) =>
          months[at]!.period.start < book.today ? one.actual.quantity.value : null,
        ),
      },
    ],
    ...(target.some((value) => value !== null)
      ? { target, targetName: message("review.series.target") }
      : {}),
  };
}

/** Members side by side in the quarter. */
function membersChart(book: PackBook): PaperChart | null {
  const { tree } = book;
  if (!tree) return null;
  const period = tree.periods.findIndex((one) => one.id === book.period.id);
  const rows = tree.rows.filter((row) => row.subject.kind === "member");
  const standings = rows.map((row) => standingAt(book, tree, { row: row.index, period }));
  if (rows.length === 0) return null;
  return {
    kind: "chart",
    id: "members",
    title: message("review.chart.members", { kpi: nameMessage(tree.kpi.name) }),
    shape: "bars",
    unit: tree.kpi.unit,
    labels: rows.map((row) => asMessage(subjectLabel(book.context, row.subject))),
    series: [
      { name: message("review.series.actual"), values: standings.map((one) => one.actual.quantity.value) },
    ],
    target: standings.map((one) => one.target.quantity.value),
    targetName: message("review.series.target"),
  };
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

function signatures(...who: readonly ("manager" | "superior" | "member")[]): PaperBlock {
  return { kind: "signatures", lines: who.map((one) => message(`review.signature.${one}`)) };
}

function section(name: PackSectionName, blocks: readonly PaperBlock[]): PaperSection {
  return { id: name, title: message(`review.section.${name}`), newPage: false, blocks };
}

/** A section that begins on a page of its own. */
function newPage(name: PackSectionName, blocks: readonly PaperBlock[]): PaperSection {
  return { ...section(name, blocks), newPage: true };
}

function chartOf(chart: PaperChart | null): readonly PaperBlock[] {
  const isEmpty = chart === null || chart.series.every((one) => one.values.every((value) => value === null));
  return isEmpty ? [] : [chart];
}

function treeRowOf(book: PackBook, memberId: MemberId): TreeRow | undefined {
  return book.tree?.rows.find((row) => row.subject.kind === "member" && row.subject.id === memberId);
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

function asMessage(label: string | Message): Message {
  return typeof label === "string" ? message("review.text", { text: label }) : label;
}
