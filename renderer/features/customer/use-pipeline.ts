import { useMemo } from "react";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import { creditsOf } from "../../../core/customer/owner.ts";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { dealState, markedDeals } from "../../../core/customer/deal-marks.ts";
import type { DealState } from "../../../core/customer/deal-marks.ts";
import { currentColumns, filterColumns, pipelineColumns } from "../../../core/customer/pipeline.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { pipelineStages } from "../../../core/customer/stages.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { stageLanguage } from "./book-commands.ts";
import { factFilter, useFactTests } from "./fact-filter.tsx";
import { pipelineChoice } from "./pipeline-choice.ts";

export interface ShownPipeline {
  readonly columns: readonly PipelineColumn[];
  readonly index: OwnerIndex;
  stateOf(deal: Deal): DealState;
}

/** The columns of the pipeline under the filters. Without a period, what was closed is there for ninety days; a period rules
 * deals by their closing day, else the day they are expected to close. */
export function usePipeline(): ShownPipeline {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const tests = useFactTests();
  const isAllTime = factFilter((filter) => filter.span === "all");
  const { group, mark } = pipelineChoice();
  const deals = factsOf(workspace, "deals");
  const stages = pipelineStages(workspace, stageLanguage());
  const { customers } = workspace.facts;
  const { members, memberships } = workspace.rows;
  const context = kpiContext(workspace, today);
  const all = useMemo(() => pipelineColumns(deals, stages), [deals, stages]);
  // Most choices leave the time as it is, and it shuts out most deals.
  const inTime = useMemo(
    () =>
      isAllTime
        ? currentColumns(all, today)
        : filterColumns(all, (deal) => tests.isInSpan(deal.closedOn ?? deal.expectedCloseOn)),
    // The tests are new at every draw; their key says when they differ.
    // oxlint-disable-next-line react/exhaustive-deps
    [all, isAllTime, tests.spanKey, today],
  );
  const columns = useMemo(
    () => {
      if (!tests.isOwnerChosen && group === "all" && mark === "all" && !tests.isSearching) return inTime;
      const ofGroup = group === "all" ? null : membersOn({ members, memberships }, today, group);
      const memberIds = ofGroup && new Set(ofGroup.map(({ id }) => id));
      const isOfGroup = (deal: Deal) =>
        creditsOf(deal, tests.index).shares.some(({ memberId }) => memberIds!.has(memberId));
      const marked = mark === "all" ? null : markedDeals(context, mark, today);
      return filterColumns(
        inTime,
        (deal) =>
          tests.isOwned(deal) &&
          (memberIds === null || isOfGroup(deal)) &&
          (marked === null || marked.has(deal)) &&
          (!tests.isSearching ||
            tests.hasText(deal.name, currentCustomerName(customers, deal), deal.product, deal.ownerName)),
      );
    },
    // oxlint-disable-next-line react/exhaustive-deps
    [inTime, customers, members, memberships, tests.key, tests.index, group, mark, today, context],
  );
  return { columns, index: tests.index, stateOf: (deal) => dealState(context, deal, today) };
}
