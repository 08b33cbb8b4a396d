import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { KpiId } from "../../../core/base/id.ts";
import { addKpi } from "../../../core/kpi/edit-kpi.ts";
import type { KpiContext } from "../../../core/kpi/context.ts";
import { kpiUnit, quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { inOrder, living } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { goTo, leave, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useKpiData } from "./kpi-data.ts";
import { KpiDrawer } from "./kpi-drawer.tsx";
import { seedLibrary } from "./seed-library.ts";

/** All KPIs; one opens in a drawer for editing. */
export function LibraryPage({
  tabs,
  kpiId,
}: {
  readonly tabs: readonly PageTab[];
  readonly kpiId: string | null;
}) {
  const words = useWords();
  const { context, period } = useKpiData();
  const [scope, setScope] = useState<"living" | "all">("living");
  const kpis = scope === "all" ? inOrder(context.rows.kpis) : living(context.rows.kpis);
  const open = kpiId === null ? undefined : context.rows.kpis.get(kpiId);
  const page = { tabs, activeTab: "library" };
  if (context.rows.kpis.size === 0) {
    return (
      <Page {...page}>
        <EmptyState
          title={words.text("kpi.values.empty-title")}
          text={words.text("kpi.values.empty-text")}
          actions={[
            { label: words.text("kpi.values.seed"), onClick: () => void seedLibrary(context, period) },
            { label: words.text("kpi.library.add"), onClick: () => void addOne(context, words) },
          ]}
        />
      </Page>
    );
  }
  const tools = (
    <>
      <Button kind="primary" onClick={() => void addOne(context, words)}>
        {words.text("kpi.library.add")}
      </Button>
      <Choice<"living" | "all">
        label={words.text("kpi.library.scope")}
        value={scope}
        options={(["living", "all"] as const).map((value) => ({
          value,
          label: words.text(`kpi.library.scope.${value}`),
        }))}
        onChange={setScope}
      />
    </>
  );
  return (
    <Page {...page} tools={tools}>
      <DataTable
        label={words.text("kpi.library.label")}
        rows={kpis}
        rowKey={(kpi) => kpi.id}
        columns={columns(context, words)}
        exportName={words.text("kpi.library.label")}
        onOpen={(kpi) => goTo(placeHref("kpi", `library/${encodeURIComponent(kpi.id)}`))}
      />
      {open && (
        <KpiDrawer
          key={open.id}
          context={context}
          kpi={open}
          onClose={() =>
            leave(placeHref("kpi", `library/${encodeURIComponent(open.id)}`), placeHref("kpi", "library"))
          }
        />
      )}
    </Page>
  );
}

/** Adds a KPI under a name that is free, and opens it. */
async function addOne(context: KpiContext, words: Words): Promise<void> {
  const id = currentPlatform().newId() as KpiId;
  const taken = new Set([...context.rows.kpis.values()].flatMap((kpi) => [kpi.name.zh, kpi.name.en]));
  let name = words.text("kpi.library.new-name");
  for (let number = 2; taken.has(name); number += 1)
    name = words.text("kpi.library.new-name-numbered", { number });
  const fields = { name: words.locale === "en" ? { zh: "", en: name } : { zh: name, en: "" } };
  const outcome = await runCommand(message("kpi.change.add", { kpi: name }), (now) =>
    addKpi(kpiContext(now, context.today), id, fields),
  );
  if (outcome.ok) leave(placeHref("kpi", "library"), placeHref("kpi", `library/${encodeURIComponent(id)}`));
}

function columns(context: KpiContext, words: Words): readonly DataColumn<Kpi>[] {
  const point = (field: "threshold" | "target" | "stretch"): DataColumn<Kpi> => ({
    key: field,
    title: words.text(`kpi.field.${field}`),
    width: 96,
    align: "end",
    text: (kpi) => words.quantity(quantityOf(kpiUnit(context, kpi), kpi[field] ?? null)),
    sortValue: (kpi) => kpi[field] ?? Number.NEGATIVE_INFINITY,
    exportValue: (kpi) => kpi[field] ?? null,
  });
  return [
    {
      key: "name",
      title: words.text("kpi.field.name"),
      width: 220,
      text: (kpi) =>
        kpi.archived
          ? `${words.name(kpi.name)} (${words.text("kpi.library.archived")})`
          : words.name(kpi.name),
    },
    {
      key: "source",
      title: words.text("kpi.field.source"),
      width: 120,
      text: (kpi) => words.text(`kpi.source.${kpi.source}`),
    },
    {
      key: "unit",
      title: words.text("kpi.field.unit"),
      width: 90,
      text: (kpi) => words.text(`kpi.unit.${kpiUnit(context, kpi)}`),
    },
    {
      key: "kind",
      title: words.text("kpi.field.kind"),
      width: 120,
      text: (kpi) => words.text(`kpi.kind.${kpi.kind}`),
    },
    {
      key: "frequency",
      title: words.text("kpi.field.frequency"),
      width: 90,
      text: (kpi) => words.text(`kpi.frequency.${kpi.frequency}`),
    },
    {
      key: "direction",
      title: words.text("kpi.field.direction"),
      width: 130,
      text: (kpi) => words.text(`kpi.direction.${kpi.direction}`),
    },
    point("threshold"),
    point("target"),
    point("stretch"),
  ];
}
