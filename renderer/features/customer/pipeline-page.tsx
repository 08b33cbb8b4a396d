import { useMemo } from "react";
import { pipelineColumns } from "../../../core/customer/pipeline.ts";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { pipelineStages } from "../../../core/customer/stages.ts";
import { factById, factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { stageLanguage } from "./book-commands.ts";
import { EmptyBook } from "./empty-book.tsx";
import { EntryButtons } from "./entry-buttons.tsx";
import { FilterLine, useFactTests } from "./fact-filter.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { PipelineBoard } from "./pipeline-board.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { useNewRecord, useQueryId } from "./use-query-id.ts";

/** Deals by stage on a board. The period rules deals by their closing day, else the day they are expected to close. */
export function PipelinePage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const tests = useFactTests();
  const [openId, open] = useQueryId("pipeline");
  const [newFor, add] = useNewRecord("pipeline");
  const deals = factsOf(workspace, "deals");
  const stages = pipelineStages(workspace, stageLanguage());
  const { customers } = workspace.facts;
  const columns = useMemo(
    () =>
      pipelineColumns(
        deals.filter(
          (deal) =>
            tests.isOwned(deal) &&
            tests.isInSpan(deal.closedOn ?? deal.expectedCloseOn) &&
            (!tests.isSearching ||
              tests.hasText(deal.name, currentCustomerName(customers, deal), deal.product, deal.ownerName)),
        ),
        stages,
      ),
    // The tests are new at every draw; their key says when they differ.
    // oxlint-disable-next-line react/exhaustive-deps
    [deals, stages, customers, tests.key, tests.index],
  );
  const opened = openId === null ? undefined : factById(workspace, "deals", openId);
  return (
    <>
      {deals.length === 0 ? (
        <EmptyBook tabs={tabs} view="pipeline" table="deals" onAdd={() => add("")} />
      ) : (
        <Page
          tabs={tabs}
          activeTab="pipeline"
          tools={
            <>
              <FilterLine />
              <EntryButtons onAdd={() => add("")} />
            </>
          }
        >
          <PipelineBoard columns={columns} index={tests.index} onOpen={open} />
          <p className="quiet board-keys">{words.text("customer.board.keys")}</p>
          {opened && (
            <RecordDrawer key={opened.id} table="deals" record={opened} onClose={() => open(null)} />
          )}
        </Page>
      )}
      {newFor !== null && <NewRecordDrawer table="deals" customerId={newFor} onClose={() => add(null)} />}
    </>
  );
}
