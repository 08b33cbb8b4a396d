import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import type { SimulationRow } from "./use-simulation.ts";

/** Per person: as it was, as it would have been, and what that changes. */
export function simulationColumns(words: Words): readonly DataColumn<SimulationRow>[] {
  const quantity = (value: SimulationRow["present"]) => ({ unit: "money", value }) as const;
  const column = (key: "present" | "tried" | "difference"): DataColumn<SimulationRow> => ({
    key,
    title: words.text(`incentive.simulator.column.${key}`),
    width: 120,
    align: "end",
    text: (row) => words.quantity(quantity(row[key]), "full"),
    sortValue: (row) => row[key],
    exportValue: (row) => plainNumber(words, quantity(row[key])),
    render: (row) => (
      <Figure
        form="full"
        quantity={quantity(row[key])}
        explain={() => row.explain(key)}
        {...(key === "difference" ? { tone: toneOf(row.difference) } : {})}
      />
    ),
  });
  return [
    { key: "name", title: words.text("incentive.column.name"), width: 96, text: (row) => row.name },
    column("present"),
    column("tried"),
    column("difference"),
  ];
}

function toneOf(difference: number): Tone {
  if (difference === 0) return "muted";
  return difference > 0 ? "ahead" : "behind";
}
