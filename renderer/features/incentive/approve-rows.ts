import { message } from "../../../core/base/message.ts";
import { period as periodFrom } from "../../../core/base/period.ts";
import { approveStatements } from "../../../core/incentive/pay/approve.ts";
import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import { payContext } from "../../../core/vault/pay-context.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { allWritten } from "../../storage/write-queue.ts";

/** Approves the statements as they stand when all that was typed before has been written, period by period, each in one
 * commit. */
export async function approveRows(rows: readonly PayListRow[]): Promise<void> {
  await allWritten();
  for (const periodId of new Set(rows.map((row) => row.statement.period.id))) {
    const seen = currentWorkspace();
    const context = payContext(seen, useView.getState().today);
    const mine = rows.filter((row) => row.statement.period.id === periodId);
    const label =
      mine.length === 1
        ? message("incentive.record.approve-one", {
            name: mine[0]!.member.name,
            period: { period: periodId },
          })
        : message("incentive.record.approve", { count: mine.length, period: { period: periodId } });
    const command = approveStatements(
      context,
      mine.map((row) => row.member.id),
      periodFrom(periodId, context.kpi.settings.fiscalStart),
    );
    await runCommand(label, { command, seen });
  }
}
