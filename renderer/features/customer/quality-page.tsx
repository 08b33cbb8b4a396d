import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { ownerIndex } from "../../../core/customer/owner.ts";
import { explainFindings, surveyFindings } from "../../../core/customer/quality/quality-counts.ts";
import type { QualityFilter, QualitySurvey } from "../../../core/customer/quality/quality-counts.ts";
import { severityOf } from "../../../core/customer/quality/quality-finding.ts";
import type { QualityFinding } from "../../../core/customer/quality/quality-finding.ts";
import { qualityFindings } from "../../../core/customer/quality/quality-findings.ts";
import { factById, rowsOf } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { FixDrawer } from "./fix-drawer.tsx";
import { qualityColumns } from "./quality-columns.tsx";
import { QualityFilterLine } from "./quality-filter.tsx";
import { QualityOwners } from "./quality-owners.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import { TotalsLine } from "./totals-line.tsx";
import { useQueryId } from "./use-query-id.ts";
import "./quality.css";

const ALL: QualityFilter = { source: null, severity: null, code: null, owner: null, text: "" };
const SEVERITIES = ["risk", "warning", "hint"] as const;

/** What is wrong with the data of every source, and the fix-list that takes it back there. */
export function QualityPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const [openId, open] = useQueryId("quality");
  const [filter, setFilter] = useState(ALL);
  const [isFixing, setFixing] = useState(false);
  const findings = qualityFindings(workspace, today);
  const index = ownerIndex(rowsOf(workspace, "members"));
  const survey = useMemo(() => surveyFindings(findings, { filter, index }), [findings, filter, index]);
  const { shown } = survey;
  const columns = useMemo(() => qualityColumns(words, workspace), [words, workspace]);
  const totals = totalsOf(survey);
  if (findings.length === 0) {
    return (
      <Page tabs={tabs} activeTab="quality">
        <EmptyState
          title={words.text("customer.quality.clean")}
          text={words.text("customer.quality.clean-text")}
          actions={[]}
        />
      </Page>
    );
  }
  return (
    <Page
      tabs={tabs}
      activeTab="quality"
      tools={
        <>
          <QualityFilterLine filter={filter} findings={findings} survey={survey} onChange={setFilter} />
          <Button kind="primary" disabled={shown.length === 0} onClick={() => setFixing(true)}>
            {words.text("customer.fix.open")}
          </Button>
        </>
      }
    >
      <TotalsLine
        totals={totals.map(({ key, count, of }) => ({
          label: words.text(key),
          quantity: { unit: "count", value: count },
          explain: () => explainFindings(message("customer.quality.figure", { what: message(key) }), of()),
        }))}
      />
      <div className="quality-body">
        <QualityOwners
          findings={findings}
          survey={survey}
          filter={filter}
          index={index}
          onChange={setFilter}
        />
        {shown.length === 0 ? (
          <p className="quiet">{words.text("customer.quality.none-so")}</p>
        ) : (
          <DataTable
            label={words.text("customer.tab.quality")}
            rows={shown}
            rowKey={(finding) => finding.id}
            columns={columns}
            onOpen={(finding) => openFinding(finding, open)}
            exportName={words.text("customer.quality.file")}
            height="calc(100dvh - 270px)"
          />
        )}
      </div>
      {isFixing && <FixDrawer findings={shown} index={index} onClose={() => setFixing(false)} />}
      <OpenedRecord id={openId} onClose={() => open(null)} />
    </Page>
  );
}

function totalsOf({ shown, records, countBySeverity }: QualitySurvey) {
  const bySeverity = SEVERITIES.map((severity) => ({
    key: `customer.quality.severity.${severity}`,
    count: countBySeverity[severity],
    of: () => shown.filter(({ code }) => severityOf(code) === severity),
  }));
  return [
    { key: "customer.quality.total", count: shown.length, of: () => shown },
    { key: "customer.quality.records", count: records, of: () => onePerRecord(shown) },
    ...bySeverity,
  ];
}

function onePerRecord(shown: readonly QualityFinding[]): readonly QualityFinding[] {
  return [...new Map(shown.map((finding) => [finding.fact ?? finding.batch, finding])).values()];
}

/** A record opens in place; a file where imports are, a contact's customer where customers are. */
function openFinding({ fact, batch, object }: QualityFinding, open: (id: string) => void): void {
  if (fact === null) goTo(placeHref("customer", "imports", { id: batch!.id }));
  else if (object !== "contacts") open(`${object}/${fact.id}`);
  else if ("customerId" in fact && fact.customerId !== undefined) open(`customers/${fact.customerId}`);
}

function OpenedRecord({ id, onClose }: { readonly id: string | null; onClose(): void }) {
  const workspace = useWorkspace();
  const [, table, recordId = ""] = /^(customers|deals|orders)\/(.+)$/.exec(id ?? "") ?? [];
  if (table !== "customers" && table !== "deals" && table !== "orders") return null;
  const record = factById(workspace, table, recordId);
  return record ? <RecordDrawer key={recordId} table={table} record={record} onClose={onClose} /> : null;
}
