import { describe, expect, it } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import type { PaperTable } from "../../../../core/base/paper.ts";
import { jobCard } from "../../../../core/review/job-card.ts";
import { letterBook } from "../../../../core/target/letter/letter-book.ts";
import type { TeamRows } from "../../../../core/team/team-rows.ts";
import { cardBook } from "../../../builders/review-handover.ts";
import { letterSources } from "../../../builders/target-letter.ts";
import { aDuty, anAssignment, anExpectation, aRating, aSkill, teamOf } from "../../../builders/team.ts";

const a = "a" as MemberId;
const book = cardBook();

function team(more: Parameters<typeof teamOf>[0] = {}): TeamRows {
  const { groups, members, memberships } = book.rows;
  return { ...teamOf(more), groups, members, memberships };
}

function table(card: ReturnType<typeof jobCard>, id: string): PaperTable {
  const found = card.sections.flatMap((one) => one.blocks).find((block) => "id" in block && block.id === id);
  return found as PaperTable;
}

describe("a job card", () => {
  it("names every duty with all letters, and those the member stands in for", () => {
    const rows = team({
      duties: [aDuty("d1", "g1"), aDuty("d2", "g1", { standInId: a }), aDuty("d3", "g1")],
      assignments: [anAssignment("d1", "a", "RA"), anAssignment("d3", "b", "R")],
    });
    expect(table(jobCard(book, rows, a), "duties").rows.map((row) => row.key)).toEqual(["d1", "d2"]);
  });

  it("says of each skill whether the level is met, missing, not rated or not expected", () => {
    const rows = team({
      skills: ["s1", "s2", "s3", "s4", "s5"].map((id) => aSkill(id)),
      skillExpectations: ["s1", "s2", "s3"].map((id) => anExpectation("g1", id, 3)),
      skillRatings: [aRating("a", "s1", 3), aRating("a", "s2", 1), aRating("a", "s4", 2)],
    });
    const states = table(jobCard(book, rows, a), "skills").rows.map(({ key, cells }) => {
      const { message } = cells.at(-1) as { readonly message: { readonly key: string } };
      return [key, message.key.replace("review.job-card.skill.", "")];
    });
    expect(states).toEqual([
      ["s1", "met"],
      ["s2", "gap"],
      ["s3", "unrated"],
      ["s4", "more"],
    ]);
  });

  it("has the KPIs with their targets, exact as the target letter has them", () => {
    const summary = table(jobCard(book, team(), a), "summary");
    expect(summary.rows.map((row) => row.key)).toEqual(["visits"]);
    expect(summary.columns.map((column) => column.key)).toContain("target");
  });

  it("says so where there is no duty, KPI or skill yet", () => {
    const empty = letterBook(letterSources({}));
    const keys = jobCard(empty, team(), a).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "text" ? [block.message.key] : [])),
    );
    expect(keys).toEqual(["review.job-card.no-duty", "review.job-card.no-kpi", "review.job-card.no-skill"]);
  });
});
