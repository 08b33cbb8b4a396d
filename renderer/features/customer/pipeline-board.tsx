import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { stageIn } from "../../../core/customer/pipeline.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { isSameStage } from "../../../core/customer/stage-age.ts";
import { undo } from "../../storage/commit.ts";
import { notify } from "../../storage/notice-store.ts";
import { undoState } from "../../storage/undo-state.ts";
import { useWords } from "../../ui/words-context.tsx";
import { BoardColumn } from "./board-column.tsx";
import { moveToStage, recordName } from "./book-commands.ts";
import type { ShownPipeline } from "./use-pipeline.ts";

/** The pipeline by stage. A card is moved by dragging it, or with the arrow keys to the left and right; a notice says where
 * it went, also to those who hear the page, and takes the move back. */
export function PipelineBoard(props: ShownPipeline & { onOpen(id: string): void }) {
  const { columns } = props;
  const words = useWords();
  const [wanted, setWanted] = useState<string | null>(null);
  const move = async (deal: Deal, column: PipelineColumn | undefined) => {
    const stage = column === undefined ? "" : stageIn(column, deal.source);
    if (!column || stage === "" || (isSameStage(stage, deal.stage ?? "") && column.deals.includes(deal)))
      return;
    const wrong = await moveToStage(words, deal, stage);
    if (wrong !== null) {
      notify({ tone: "failure", message: message("customer.board.refused", { why: wrong }) });
      return;
    }
    setWanted(deal.id);
    const params = { name: recordName(deal), stage: column.stage };
    const { undoLabel } = undoState.getState();
    notify({
      tone: "done",
      message: message("customer.board.moved", params),
      action: {
        label: message("customer.board.undo"),
        // Only this move: what was done since is not this button's to take back.
        run: () => void (undoState.getState().undoLabel === undoLabel && undo()),
      },
    });
  };
  return (
    <div className="pipeline-board" role="group" aria-label={words.text("customer.tab.pipeline")}>
      {columns.map((column, at) => (
        <BoardColumn
          key={column.key}
          column={column}
          index={props.index}
          wanted={wanted}
          stateOf={props.stateOf}
          onFound={() => setWanted(null)}
          onDrop={(id) => {
            const deal = columns.flatMap(({ deals }) => deals).find((one) => one.id === id);
            if (deal) void move(deal, column);
          }}
          onMove={(deal, by) => void move(deal, columns[at + by])}
          onOpen={props.onOpen}
        />
      ))}
    </div>
  );
}
