import { useMemo, useState } from "react";
import { differenceScope } from "../../../core/customer/history/difference-scope.ts";
import type { DifferenceKind } from "../../../core/customer/history/difference-line.ts";
import { importDifference } from "../../../core/customer/import-difference.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import { pipelineBridge } from "../../../core/customer/pipeline-bridge.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import { goTo } from "../../platform/place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { choiceOf, DifferenceMenus, useChosenImports } from "./difference-choice.tsx";
import { differenceColumns, lineHref } from "./difference-columns.tsx";
import { BridgeTable, KindTable } from "./difference-totals.tsx";
import { openWizard } from "./import/open-wizard.ts";
import { OwnerMenu, useOwnerFilter } from "./owner-menu.tsx";
import "./history.css";

/** What imports changed: from the pipeline before to the one after, how often what happened, and every record. */
export function DifferencePage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { batches } = workspace.rows;
  const [chosen, choose] = useChosenImports();
  const [kind, setKind] = useState<DifferenceKind | null>(null);
  const { owner, setOwner, passes } = useOwnerFilter();
  const scope = useMemo(() => differenceScope(batches, choiceOf(chosen, batches)), [batches, chosen]);
  const difference = importDifference(workspace, scope);
  const lines = useMemo(
    () =>
      passes === undefined
        ? difference.lines
        : difference.lines.filter((line) => passes(line.owner) || passes(line.ownerBefore)),
    [difference, passes],
  );
  const bridge = useMemo(() => pipelineBridge(difference, passes), [difference, passes]);
  const shown = useMemo(
    () => (kind === null ? lines : lines.filter((line) => line.kind === kind)),
    [lines, kind],
  );
  const members = rowsOf(workspace, "members");
  const columns = useMemo(
    () => differenceColumns({ words, workspace, index: ownerIndex(members) }),
    [words, workspace, members],
  );
  if (batches.size === 0) {
    return (
      <Page tabs={tabs} activeTab="imports">
        <EmptyState
          title={words.text("customer.empty.imports")}
          text={words.text("customer.difference.empty")}
          actions={[{ label: words.text("customer.wizard.open"), onClick: openWizard }]}
        />
      </Page>
    );
  }
  return (
    <Page
      tabs={tabs}
      activeTab="imports"
      tools={
        <>
          <DifferenceMenus chosen={chosen} batches={batches} onChoose={choose} />
          <OwnerMenu owner={owner} onChange={setOwner} />
        </>
      }
      hint={words.text("customer.difference.files", { count: scope.length })}
    >
      <h2 className="difference-title">{words.text("customer.difference.title")}</h2>
      {lines.length === 0 ? (
        <p className="quiet" role="status">
          {words.text("customer.difference.nothing")}
        </p>
      ) : (
        <>
          <div className="difference-totals">
            <BridgeTable bridge={bridge} />
            <KindTable lines={lines} kind={kind} onChoose={setKind} />
          </div>
          <DataTable
            label={words.text("customer.difference.title")}
            rows={shown}
            rowKey={(line) => line.key}
            columns={columns}
            onOpen={(line) => goTo(lineHref(line))}
            exportName={words.text("customer.difference.title")}
            height="max(260px, calc(100dvh - 540px))"
          />
        </>
      )}
    </Page>
  );
}
