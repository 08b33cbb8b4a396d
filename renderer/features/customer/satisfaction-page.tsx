import { useMemo, useState } from "react";
import { parsePeriod } from "../../../core/base/period.ts";
import type { KpiValue } from "../../../core/kpi/kpi-value.ts";
import { SATISFACTION_BY, satisfactionBy } from "../../../core/kpi/satisfaction-by.ts";
import type { SatisfactionBy, SatisfactionRow } from "../../../core/kpi/satisfaction-by.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { textColumn } from "./fact-columns.tsx";
import { RoomViews } from "./room-views.tsx";
import type { ViewProps } from "./room-views.tsx";

/** CSAT and NPS of the period, by customer, member or group. */
export function SatisfactionPage({ tabs }: ViewProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, periodId } = useView();
  const [by, setBy] = useState<SatisfactionBy>("customer");
  const period = parsePeriod(periodId, settingsOf(workspace).fiscalStart)!;
  const rows = satisfactionBy(kpiContext(workspace, today), by, period);
  const columns = useMemo(() => columnsOf(words, by), [words, by]);
  return (
    <Page
      tabs={tabs}
      activeTab="cases"
      tools={
        <>
          <RoomViews view="satisfaction" />
          <Choice<SatisfactionBy>
            label={words.text("customer.answer.by")}
            value={by}
            options={SATISFACTION_BY.map((value) => ({
              value,
              label: words.text(`customer.answer.by.${value}`),
            }))}
            onChange={setBy}
          />
          <div className="entry-buttons">
            <Button kind="primary" onClick={() => goTo(placeHref("customer", "answers", { new: "" }))}>
              {words.text("customer.new.answers")}
            </Button>
          </div>
        </>
      }
    >
      <p className="quiet">{words.text("customer.answer.hint", { period: { period: period.id } })}</p>
      <DataTable
        label={words.text("customer.view.satisfaction")}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        exportName={words.text("customer.view.satisfaction")}
        height="calc(100dvh - 250px)"
      />
    </Page>
  );
}

function columnsOf(words: Words, by: SatisfactionBy): readonly DataColumn<SatisfactionRow>[] {
  return [
    textColumn("name", words.text(`customer.answer.by.${by}`), {
      width: 240,
      text: (row) => (typeof row.name === "string" ? row.name : words.say(row.name)),
    }),
    ...(["csat", "nps"] as const).flatMap((key) => [
      valueColumn(words, key),
      {
        key: `${key}-n`,
        title: words.text("customer.answer.n"),
        width: 90,
        align: "end" as const,
        text: (row: SatisfactionRow) => String(row[key].n),
        sortValue: (row: SatisfactionRow) => row[key].n,
        exportValue: (row: SatisfactionRow) => row[key].n,
      },
    ]),
  ];
}

function valueColumn(words: Words, key: "csat" | "nps"): DataColumn<SatisfactionRow> {
  const numberOf = ({ [key]: { value } }: SatisfactionRow) => value.value;
  return {
    key,
    title: words.text(`customer.answer.${key}`),
    width: 120,
    align: "end",
    text: (row) => words.quantity(row[key].value),
    render: (row) => <ValueFigure of={row[key]} />,
    sortValue: (row) => numberOf(row) ?? Number.NEGATIVE_INFINITY,
    exportValue: numberOf,
  };
}

function ValueFigure({ of }: { readonly of: KpiValue }) {
  const words = useWords();
  const reason = of.note && of.value.value === null ? { reason: words.say(of.note) } : {};
  return <Figure quantity={of.value} explain={of.explain} {...reason} />;
}
