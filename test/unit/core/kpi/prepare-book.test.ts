import { describe, expect, it } from "vitest";
import { analyse } from "../../../../core/kpi/analysis/analyse.ts";
import { bookPreparation } from "../../../../core/kpi/prepare-book.ts";
import { everything } from "../../../builders/kpi-analysis.ts";
import { analysisBook, unseenBook } from "../../../builders/analysis-book.ts";
import { day } from "../../../../core/base/day.ts";

describe("a book made ready ahead of the questions", () => {
  it("answers as one that was not, and takes more steps the more pages it has", () => {
    const book = analysisBook({ deals: 1200, members: 5, today: day("2026-03-31") });
    const steps = [...bookPreparation(book)].length;
    const question = { filter: everything("2026-Q1"), dimension: "industry", isCompared: false } as const;
    const ready = analyse(book, question);
    const fresh = analyse(unseenBook(book), question);
    expect(ready.funnel.map(({ entered }) => entered.n)).toEqual(
      fresh.funnel.map(({ entered }) => entered.n),
    );
    expect(ready.open.stalled.value).toEqual(fresh.open.stalled.value);
    expect(ready.whole.velocity.value).toEqual(fresh.whole.velocity.value);
    expect(steps).toBeGreaterThan(20);
  });
});
