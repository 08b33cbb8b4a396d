import { message } from "../../../core/base/message.ts";
import { removeAdjustment } from "../../../core/incentive/plan/edit-plan.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Takes back a line that a person added, while the statement is open. */
export function RemoveAdjustment({ id, reason }: { readonly id: string; readonly reason: string }) {
  const words = useWords();
  return (
    <Button
      kind="link"
      onClick={() =>
        void runCommand(message("incentive.record.remove", { reason }), () => removeAdjustment(id))
      }
    >
      {words.text("incentive.adjust.remove")}
    </Button>
  );
}
