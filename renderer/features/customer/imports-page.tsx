import { useMemo } from "react";
import type { Batch } from "../../../core/customer/records.ts";
import { rowsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BatchDrawer } from "./batch-drawer.tsx";
import { ImportButton } from "./import-button.tsx";
import { openWizard } from "./import/open-wizard.ts";
import { momentText } from "./moment-text.ts";
import { useQueryId } from "./use-query-id.ts";
import "./history.css";

/** The log of imports, newest first. */
export function ImportsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [openId, open] = useQueryId("imports");
  const batches = rowsOf(workspace, "batches");
  const newest = useMemo(() => batches.toSorted((a, b) => (a.at < b.at ? 1 : -1)), [batches]);
  const columns = useMemo(() => columnsOf(words), [words]);
  if (batches.length === 0) {
    return (
      <Page tabs={tabs} activeTab="imports">
        <EmptyState
          title={words.text("customer.empty.imports")}
          text={words.text("customer.empty.text")}
          actions={[{ label: words.text("customer.wizard.open"), onClick: openWizard }]}
        />
      </Page>
    );
  }
  const opened = openId === null ? undefined : workspace.rows.batches.get(openId);
  return (
    <Page
      tabs={tabs}
      activeTab="imports"
      tools={
        <>
          <a className="button chip" href={placeHref("customer", "imports/difference")}>
            {words.text("customer.difference.see")}
          </a>
          <ImportButton />
        </>
      }
    >
      <DataTable
        label={words.text("customer.tab.imports")}
        rows={newest}
        rowKey={(batch) => batch.id}
        columns={columns}
        onOpen={(batch) => open(batch.id)}
        exportName={words.text("customer.tab.imports")}
        height="calc(100dvh - 210px)"
      />
      {opened && <BatchDrawer key={opened.id} batch={opened} onClose={() => open(null)} />}
    </Page>
  );
}

function columnsOf(words: Words): readonly DataColumn<Batch>[] {
  return [
    {
      key: "at",
      title: words.text("customer.imports.at"),
      width: 156,
      text: (batch) => momentText(batch.at),
      sortValue: (batch) => batch.at,
      exportValue: (batch) => batch.at,
    },
    {
      key: "file",
      title: words.text("customer.imports.file"),
      width: 196,
      text: (batch) => batch.fileName,
      render: (batch) => <span title={batch.fileName}>{batch.fileName}</span>,
    },
    {
      key: "state",
      title: words.text("customer.imports.state"),
      width: 72,
      // What was imported and stands is the rule; only the exception is said on screen.
      text: (batch) => words.text(`customer.imports.state.${batch.undone ? "undone" : "in"}`),
      render: (batch) => batch.undone && <span>{words.text("customer.imports.state.undone")}</span>,
    },
    {
      key: "object",
      title: words.text("customer.wizard.object"),
      width: 104,
      text: (batch) => words.text(`customer.object.${batch.object}`),
    },
    {
      key: "source",
      title: words.text("customer.wizard.source"),
      width: 90,
      text: (batch) => words.text(`customer.source.${batch.source}`),
    },
    ...(["read", "added", "updated", "unchanged", "skipped", "bad"] as const).map(
      (key): DataColumn<Batch> => ({
        key,
        title: words.text(`customer.count.${key}`),
        width: 76,
        align: "end",
        text: (batch) => String(batch.rows[key]),
        sortValue: (batch) => batch.rows[key],
        exportValue: (batch) => batch.rows[key],
      }),
    ),
  ];
}
