import type { MissingPart } from "../../../core/review/missing-parts.ts";
import { isWhole, missingParts } from "../../../core/review/missing-parts.ts";
import { explainLocked, memberScore } from "../../../core/review/cycle-view.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import type { ReviewedMember } from "../../../core/review/records.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { listed } from "./listed.ts";
import { coefficientOf } from "./score-columns.tsx";
import type { ReviewData } from "./use-review.ts";

/** A member in a cycle with what is missing. */
export interface CycleRow {
  readonly member: ReviewedMember;
  readonly missing: readonly MissingPart[];
  explain(): Explanation;
}

/** Everybody in a cycle. */
export function cycleRows(data: ReviewData, view: CycleView): readonly CycleRow[] {
  return view.members.map((member) => ({
    member,
    missing: view.snapshot ? [] : missingParts(data.workspace.rows, view.cycle, member.memberId),
    explain: () =>
      view.snapshot
        ? explainLocked(view.snapshot, member)
        : memberScore(data.sources, data.period, member.memberId).total.explain(),
  }));
}

/** 高 / 中 for a place in the nine-box. */
export function placeText(words: Words, { review }: Pick<ReviewedMember, "review">): string {
  if (review?.performance === undefined || review.potential === undefined) return words.text("base.none");
  const performance = words.text(`review.box.level.${review.performance}`);
  return `${performance} / ${words.text(`review.box.level.${review.potential}`)}`;
}

/** The members of a cycle: total, level, and how far the parts are. */
export function cycleColumns(words: Words, view: CycleView): readonly DataColumn<CycleRow>[] {
  return [
    {
      key: "name",
      title: words.text("review.scores.column.name"),
      width: 104,
      text: ({ member }) => member.name,
    },
    {
      key: "group",
      title: words.text("review.cycle.column.group"),
      width: 192,
      text: ({ member }) => words.name(member.group),
    },
    {
      key: "total",
      title: words.text("review.scores.column.total"),
      width: 72,
      align: "end",
      text: ({ member }) => words.quantity({ unit: "score", value: member.total }),
      sortValue: ({ member }) => member.total ?? Number.NEGATIVE_INFINITY,
      exportValue: ({ member }) => member.total,
      render: (row) => (
        <Figure quantity={{ unit: "score", value: row.member.total }} explain={() => row.explain()} />
      ),
    },
    {
      key: "level",
      title: words.text("review.scores.column.level"),
      width: 64,
      align: "center",
      text: ({ member }) => member.level?.name ?? words.text("base.none"),
    },
    {
      key: "coefficient",
      title: words.text("review.scores.column.coefficient"),
      width: 96,
      align: "end",
      text: ({ member }) => words.quantity(coefficientOf(member.level)),
      exportValue: ({ member }) => coefficientOf(member.level).value,
    },
    ...(view.cycle.asksSelf ? [partColumn(words, "self")] : []),
    ...(view.cycle.peerCount > 0 ? [peersColumn(words, view)] : []),
    partColumn(words, "manager"),
    {
      key: "place",
      title: words.text("review.cycle.column.place"),
      width: 136,
      align: "center",
      text: ({ member }) => placeText(words, member),
    },
    lackColumn(words),
  ];
}

/** Whether a part is there. */
function partColumn(words: Words, key: "self" | "manager"): DataColumn<CycleRow> {
  return {
    key,
    title: words.text(`review.part.${key}`),
    width: 96,
    align: "center",
    text: ({ member, missing }) => {
      if (missing.includes(key)) return words.text("review.part.missing");
      return member.review?.[key] ? words.text("review.part.done") : words.text("base.none");
    },
    render: (row) => {
      const isMissing = row.missing.includes(key);
      return (
        <span className={isMissing ? "tone-behind" : row.member.review?.[key] ? "tone-ahead" : undefined}>
          {isMissing
            ? `▼ ${words.text("review.part.missing")}`
            : row.member.review?.[key]
              ? `✓ ${words.text("review.part.done")}`
              : words.text("base.none")}
        </span>
      );
    },
  };
}

/** How many colleagues have written, of how many are asked. */
function peersColumn(words: Words, { cycle, snapshot }: CycleView): DataColumn<CycleRow> {
  const asked = Math.min(cycle.peerCount, cycle.memberIds.length - 1);
  const kept = { competencies: snapshot?.competencies ?? cycle.competencies };
  const writtenOf = ({ member }: CycleRow) =>
    member.review?.peers.filter(({ part }) => isWhole(kept, part)).length ?? 0;
  const text = (row: CycleRow) =>
    asked === 0
      ? words.text("base.none")
      : words.text("review.part.peers.of", { written: writtenOf(row), asked });
  return {
    key: "peers",
    title: words.text("review.peers"),
    width: 96,
    align: "center",
    text,
    sortValue: writtenOf,
    render: (row) => {
      const isMissing = row.missing.includes("peers");
      if (asked === 0) return text(row);
      return (
        <span className={isMissing ? "tone-behind" : "tone-ahead"}>
          {isMissing ? "▼" : "✓"} {text(row)}
        </span>
      );
    },
  };
}

/** The KPIs without a score. */
function lackColumn(words: Words): DataColumn<CycleRow> {
  return {
    key: "lack",
    title: words.text("review.scores.column.missing"),
    width: 112,
    text: ({ member }) => listed(words, lackOf(words, member)),
    render: ({ member }) => {
      const lack = listed(words, lackOf(words, member));
      return (
        <span className={lack === "" ? undefined : "tone-behind"} data-tip={lack || undefined}>
          {lack || words.text("base.none")}
        </span>
      );
    },
  };
}

/** KPIs that have no score: their weight was left to the others. */
function lackOf(words: Words, member: ReviewedMember): readonly string[] {
  return member.lines.filter((line) => line.score === null).map((line) => words.name(line.name));
}
