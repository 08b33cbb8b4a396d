import { factById, factsOf, rowsOf } from "../../../core/vault/workspace.ts";
import { DEAL_MARKS } from "../../../core/customer/deal-marks.ts";
import { placeHref } from "../../platform/place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { EmptyBook } from "./empty-book.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { factFilter, FilterLine } from "./fact-filter.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { PipelineBoard } from "./pipeline-board.tsx";
import { pipelineChoice } from "./pipeline-choice.ts";
import type { PipelineChoice } from "./pipeline-choice.ts";
import { PipelineTable } from "./pipeline-table.tsx";
import { PipelineTotals } from "./pipeline-totals.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { usePipeline } from "./use-pipeline.ts";
import { useNewRecord, useQueryId } from "./use-query-id.ts";
import "./pipeline.css";

/** Deals by stage, on a board or in a table. */
export function PipelinePage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const workspace = useWorkspace();
  const [openId, open] = useQueryId("pipeline");
  const [newFor, add] = useNewRecord("pipeline");
  const { view } = pipelineChoice();
  const isEmpty = factsOf(workspace, "deals").length === 0;
  const opened = openId === null ? undefined : factById(workspace, "deals", openId);
  return (
    <>
      {isEmpty ? (
        <EmptyBook tabs={tabs} view="pipeline" table="deals" onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab="pipeline"
          tools={
            <>
              <PipelineFilter />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <PipelineBody view={view} onOpen={open} />
        </Page>
      )}
      {opened && <RecordDrawer key={opened.id} table="deals" record={opened} onClose={() => open(null)} />}
      {newFor !== null && <NewRecordDrawer table="deals" customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}

function PipelineBody(props: { readonly view: PipelineChoice["view"]; onOpen(id: string): void }) {
  const words = useWords();
  const shown = usePipeline();
  const isAllTime = factFilter((filter) => filter.span === "all");
  return (
    <>
      <div className="pipeline-line">
        <PipelineTotals columns={shown.columns} />
        <a className="pipeline-map" href={placeHref("customer", "stages")}>
          {words.text("customer.stages.open")}
        </a>
      </div>
      {props.view === "board" ? (
        <PipelineBoard {...shown} onOpen={props.onOpen} />
      ) : (
        <PipelineTable {...shown} onOpen={props.onOpen} />
      )}
      <p className="quiet board-keys">
        {props.view === "board" && <span id="board-keys">{words.text("customer.board.keys")} </span>}
        {isAllTime && words.text("customer.board.recent")}
      </p>
    </>
  );
}

function PipelineFilter() {
  const words = useWords();
  const choice = pipelineChoice();
  const groups = rowsOf(useWorkspace(), "groups").filter((group) => !group.archived);
  return (
    <>
      <Choice
        quiet
        label={words.text("customer.board.view")}
        value={choice.view}
        options={(["board", "table"] as const).map((value) => ({
          value,
          label: words.text(`customer.board.view.${value}`),
        }))}
        onChange={(view) => pipelineChoice.setState({ view })}
      />
      {groups.length > 0 && (
        <Choice
          quiet
          label={words.text("customer.field.group")}
          value={choice.group as string}
          options={[
            { value: "all", label: words.text("customer.board.every-group") },
            ...groups.map((group) => ({ value: group.id as string, label: words.name(group.name) })),
          ]}
          onChange={(group) => pipelineChoice.setState({ group: group as PipelineChoice["group"] })}
        />
      )}
      <FilterLine />
      <Choice<PipelineChoice["mark"]>
        quiet
        label={words.text("customer.board.marks")}
        value={choice.mark}
        options={[
          { value: "all", label: words.text("customer.board.every-mark") },
          ...DEAL_MARKS.map((value) => ({ value, label: words.text(`customer.board.mark.${value}`) })),
        ]}
        onChange={(mark) => pipelineChoice.setState({ mark })}
      />
    </>
  );
}
