import type { Locator } from "@playwright/test";
import { expect } from "./fixture.ts";

/** A cell as a person sees it, and what its tooltip adds. */
export interface SeenCell {
  readonly text: string;
  readonly tip: string;
}

/** The cells that are drawn now, by row header and column title. */
type SeenGrid = Readonly<Record<string, Readonly<Record<string, SeenCell>>>>;

/** Reads the drawn part of a grid. */
export function readGrid(grid: Locator): Promise<SeenGrid> {
  return grid.evaluate((element) => {
    const titles = new Map(
      [...element.querySelectorAll("[role=columnheader]")].map((head) => [
        head.getAttribute("aria-colindex"),
        head.querySelector(".grid-text")?.textContent ?? "",
      ]),
    );
    const rows = [...element.querySelectorAll("[role=row]:has([role=rowheader])")].map((row) => {
      const cells = [...row.querySelectorAll("[role=gridcell]")].map((cell) => {
        const figure = cell.querySelector(".figure");
        const text = figure?.firstChild?.textContent ?? cell.textContent;
        const seen = { text, tip: figure?.getAttribute("data-tip")?.split(" · ")[0] ?? "" };
        return [titles.get(cell.getAttribute("aria-colindex")) ?? "", seen] as const;
      });
      return [row.querySelector("[role=rowheader]")?.textContent ?? "", Object.fromEntries(cells)] as const;
    });
    return Object.fromEntries(rows);
  });
}

/** Scrolls a grid to its first or its last columns. */
export async function showColumns(grid: Locator, end: "first" | "last"): Promise<void> {
  await grid.evaluate((element, at) => {
    element.scrollLeft = at === "first" ? 0 : element.scrollWidth;
  }, end);
  const heads = grid.getByRole("columnheader");
  if (end === "first") return expect(heads.nth(1)).toHaveAttribute("aria-colindex", "2");
  const columns = (await grid.getAttribute("aria-colcount")) ?? "";
  await expect(heads.last()).toHaveAttribute("aria-colindex", columns);
}
