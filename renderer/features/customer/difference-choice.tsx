import { useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { importDay } from "../../../core/customer/history/difference-scope.ts";
import type { DifferenceChoice } from "../../../core/customer/history/difference-scope.ts";
import type { Batch } from "../../../core/customer/records.ts";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { momentText } from "./moment-text.ts";

/** What stands in the two menus: which import, and against what. */
export interface ChosenImports {
  /** A batch, or "newest". */
  readonly to: string;
  /** "previous", "days:30" or "batch:<id>". */
  readonly since: string;
}

const SPANS = [7, 30, 90] as const;
const LISTED = 60;

/** The choice that the address asks for (`?to=<batch>`), and how to choose another. */
export function useChosenImports() {
  const asked = new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "").get("to");
  return useState<ChosenImports>({ to: asked ?? "newest", since: "previous" });
}

/** The menus' choice as the rules take it. */
export function choiceOf(
  { to, since }: ChosenImports,
  batches: ReadonlyMap<string, Batch>,
): DifferenceChoice {
  const last = to === "newest" ? newestOf([...batches.values()])[0] : batches.get(to);
  const batchId = to === "newest" ? null : to;
  if (since.startsWith("batch:")) return { to: batchId, since: { batchId: since.slice(6) } };
  if (!since.startsWith("days:") || last === undefined) return { to: batchId, since: "previous" };
  const day: Day = addDays(importDay(last), -Number(since.slice(5)));
  return { to: batchId, since: { day } };
}

/** Which import, and against which: the one before, an earlier one of the same source, or some days back. */
export function DifferenceMenus(props: {
  readonly chosen: ChosenImports;
  readonly batches: ReadonlyMap<string, Batch>;
  onChoose(chosen: ChosenImports): void;
}) {
  const words = useWords();
  const { chosen, batches, onChoose } = props;
  const newest = newestOf([...batches.values()]);
  const to = batches.get(chosen.to);
  const earlier = newest.filter(
    (batch) => to !== undefined && batch.source === to.source && batch.at < to.at,
  );
  const nameOf = (batch: Batch) => `${batch.fileName} · ${momentText(batch.at).slice(0, 10)}`;
  return (
    <>
      <Choice
        label={words.text("customer.difference.to")}
        value={chosen.to}
        options={[
          { value: "newest", label: words.text("customer.difference.to.newest") },
          ...newest.slice(0, LISTED).map((batch) => ({ value: batch.id as string, label: nameOf(batch) })),
        ]}
        onChange={(value) => onChoose({ to: value, since: "previous" })}
      />
      <Choice
        label={words.text("customer.difference.since")}
        value={chosen.since}
        options={[
          { value: "previous", label: words.text("customer.difference.since.previous") },
          ...SPANS.map((days) => ({
            value: `days:${days}`,
            label: words.text("customer.difference.since.days", { count: days }),
          })),
          ...earlier.slice(0, LISTED).map((batch) => ({ value: `batch:${batch.id}`, label: nameOf(batch) })),
        ]}
        onChange={(since) => onChoose({ ...chosen, since })}
      />
    </>
  );
}

function newestOf(batches: readonly Batch[]): readonly Batch[] {
  return batches.filter((batch) => !batch.undone).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
