import { useMemo, useState } from "react";
import { customerFigures } from "../../../core/customer/customer-figures.ts";
import { customerTimeline, TIMELINE_KINDS } from "../../../core/customer/timeline.ts";
import type { TimelineEntry, TimelineKind } from "../../../core/customer/timeline.ts";
import type { Customer } from "../../../core/customer/records.ts";
import type { TypedTable } from "../../../core/customer/typed-fields.ts";
import { customerSatisfaction } from "../../../core/kpi/satisfaction-by.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { factById } from "../../../core/vault/workspace.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { CustomerHead } from "./customer-head.tsx";
import { dayColumn, moneyColumn, spokenColumns, textColumn } from "./fact-columns.tsx";
import { NewRecordDrawer } from "./new-record-drawer.tsx";
import { RecordDrawer } from "./record-drawer.tsx";
import type { ViewProps } from "./room-views.tsx";
import { TotalsLine } from "./totals-line.tsx";

const ADDED = ["activities", "contacts", "deals", "orders", "payments", "cases", "answers"] as const;

interface Opened {
  readonly table: TypedTable;
  readonly id: string;
}

/** One customer: facts, figures, people, and everything that happened. */
export function CustomerPage({ tabs, id }: ViewProps & { readonly id: string }) {
  const words = useWords();
  const workspace = useWorkspace();
  const customer = factById(workspace, "customers", id);
  const [adding, add] = useState<TypedTable | null>(null);
  const [opened, open] = useState<Opened | null>(null);
  const record = opened === null ? undefined : factById(workspace, opened.table, opened.id);
  if (customer === undefined) {
    return (
      <Page tabs={tabs} activeTab="customers">
        <p className="quiet">{words.text("customer.page.gone")}</p>
      </Page>
    );
  }
  return (
    <>
      <Page
        tabs={tabs}
        activeTab="customers"
        tools={
          <>
            {ADDED.map((table) => (
              <Button
                key={table}
                kind={table === "activities" ? "primary" : "chip"}
                onClick={() => add(table)}
              >
                {words.text(`customer.new.${table}`)}
              </Button>
            ))}
            <div className="entry-buttons">
              <Button onClick={() => open({ table: "customers", id })}>
                {words.text("customer.page.edit")}
              </Button>
            </div>
          </>
        }
      >
        <CustomerHead customer={customer} onOpen={(contact) => open({ table: "contacts", id: contact })} />
        <Figures customer={customer} />
        <Timeline id={id} onOpen={open} />
      </Page>
      {record && opened && (
        <RecordDrawer key={record.id} table={opened.table} record={record} onClose={() => open(null)} />
      )}
      {adding !== null && <NewRecordDrawer table={adding} customerId={id} onClose={() => add(null)} />}
    </>
  );
}

function Figures({ customer }: { readonly customer: Customer }) {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const figures = useMemo(() => {
    const { csat } = customerSatisfaction(kpiContext(workspace, today), customer.id);
    return [
      ...customerFigures(workspace.facts, { customerId: customer.id, today }),
      { label: "customer.answer.csat", quantity: csat.value, explain: csat.explain },
    ];
  }, [workspace, today, customer.id]);
  return <TotalsLine totals={figures} />;
}

function Timeline({ id, onOpen }: { readonly id: string; onOpen(opened: Opened): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [kind, setKind] = useState<TimelineKind | "all">("all");
  const entries = useMemo(() => customerTimeline(workspace, id), [workspace, id]);
  const shown = kind === "all" ? entries : entries.filter((entry) => entry.kind === kind);
  const columns = useMemo(
    () => [
      dayColumn<TimelineEntry>("on", words.text("customer.field.date"), { day: (entry) => entry.on }),
      textColumn<TimelineEntry>("kind", words.text("customer.page.kind"), {
        width: 90,
        text: (entry) => words.text(`customer.page.kind.${entry.kind}`),
      }),
      textColumn<TimelineEntry>("what", words.text("customer.page.what"), {
        width: 300,
        text: (entry) => words.say(entry.what),
      }),
      textColumn<TimelineEntry>("text", words.text("customer.field.text"), {
        width: 300,
        text: (entry) => (entry.text ?? "").split("\n", 1)[0]!,
      }),
      moneyColumn<TimelineEntry>("amount", words.text("customer.field.amount"), {
        words,
        amount: (entry) => entry.amount,
      }),
    ],
    [words],
  );
  const openEntry = ({ ref }: TimelineEntry) => {
    if (ref.table === "batches") return goTo(placeHref("customer", "batches", { id: ref.id }));
    onOpen({ table: ref.table as TypedTable, id: ref.id });
  };
  return (
    <>
      <div className="timeline-head">
        <h2>{words.text("customer.page.timeline")}</h2>
        <Choice<TimelineKind | "all">
          label={words.text("customer.page.kind")}
          value={kind}
          options={(["all", ...TIMELINE_KINDS] as const).map((value) => ({
            value,
            label: words.text(`customer.page.kind.${value}`),
          }))}
          onChange={setKind}
        />
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{words.text("customer.page.empty")}</p>
      ) : (
        <DataTable
          label={words.text("customer.page.timeline")}
          rows={shown}
          rowKey={(entry) => entry.id}
          columns={spokenColumns(columns, shown)}
          onOpen={openEntry}
          exportName={words.text("customer.page.timeline")}
          height="calc(100dvh - 400px)"
        />
      )}
    </>
  );
}
