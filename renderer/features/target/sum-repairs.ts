import { message } from "../../../core/base/message.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import { leaveDifference, matchWholeToParts, spreadRest } from "../../../core/target/spread-rest.ts";
import type { SpreadBy } from "../../../core/target/spread-rest.ts";
import type { Words } from "../../../core/words/words.ts";
import { openAssistant } from "./open-assistant.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { exactNumber } from "./shown-numbers.ts";
import type { TargetTable } from "./use-target-table.ts";

/** One repair of a sum that does not hold. */
export interface SumRepair {
  readonly label: string;
  onClick(): void;
}

/** The repairs of a sum: the likely one first, what else divides, what changes the whole. */
export function sumRepairs(
  table: TargetTable,
  finding: SumFinding,
  words: Words,
): {
  readonly first: readonly SumRepair[];
  readonly more: readonly SumRepair[];
  readonly whole: readonly SumRepair[];
} {
  const spread = (by: SpreadBy, label: string): SumRepair => ({
    label: words.text(label),
    onClick: () =>
      void runTargetCommand(message("target.command.spread"), {
        command: spreadRest(table.tree, { ...finding, by }),
        seen: table.workspace,
      }),
  });
  const fills = finding.difference > 0 && finding.missing > 0;
  const assistant: SumRepair = {
    label: words.text("target.repair.assistant"),
    onClick: () =>
      openAssistant({
        rowKey: table.tree.rows[finding.row]!.key,
        periodId: table.tree.periods[finding.period]!.id,
      }),
  };
  const likely = fills
    ? spread("working-days", "target.repair.missing")
    : spread("shares", finding.difference > 0 ? "target.repair.shares" : "target.repair.shares-cut");
  return {
    first: [likely, ...(finding.direction === "people" ? [assistant] : [])],
    more: [
      spread("equal", "target.repair.equal"),
      ...(fills ? [] : [spread("working-days", "target.repair.working-days")]),
    ],
    whole: finding.ownWhole ? wholeRepairs(table, finding, words) : [],
  };
}

function wholeRepairs(table: TargetTable, finding: SumFinding, words: Words): readonly SumRepair[] {
  const leave = finding.difference > 0 ? "target.repair.leave" : "target.repair.leave-over";
  return [
    {
      label: words.text(leave),
      onClick: () =>
        void runTargetCommand(message("target.command.leave"), {
          command: leaveDifference(table.tree, finding),
          seen: table.workspace,
        }),
    },
    {
      label: words.text("target.repair.match", { sum: exactNumber(words, finding.sum, table.shape) }),
      onClick: () =>
        void runTargetCommand(message("target.command.match"), {
          command: matchWholeToParts(table.tree, finding),
          seen: table.workspace,
        }),
    },
  ];
}
