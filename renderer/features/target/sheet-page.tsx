import { useState } from "react";
import { period as periodFrom } from "../../../core/base/period.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { exportTargets } from "../../../core/target/sheet/export-targets.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useExport } from "../../ui/export-context.tsx";
import type { ExportFormat } from "../../ui/export-context.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { SheetImportSection } from "./sheet-import.tsx";
import { targetTabs } from "./target-tabs.ts";
import "./target.css";
import "./sheet.css";

/** 导入导出: a year's targets out into a file and back in. */
export function SheetPage() {
  const words = useWords();
  return (
    <Page tabs={targetTabs(words)} activeTab="sheet">
      <div className="target-sheet">
        <SheetImportSection />
        <SheetExport />
      </div>
    </Page>
  );
}

function SheetExport() {
  const words = useWords();
  const workspace = useWorkspace();
  const { periodId } = useView();
  const write = useExport();
  const [form, setForm] = useState<"wide" | "long">("wide");
  const { fiscalStart } = settingsOf(workspace);
  const year = fiscalYearOf(periodFrom(periodId, fiscalStart), fiscalStart);
  const save = (format: ExportFormat) => {
    const sheet = exportTargets(workspace.rows, { form, year, words });
    write?.({ name: words.text("target.sheet.export.name", { year: String(year) }), ...sheet }, format);
  };
  return (
    <section className="target-sheet-part" aria-labelledby="target-sheet-export">
      <h2 id="target-sheet-export">{words.text("target.sheet.export", { year: String(year) })}</h2>
      <div className="target-sheet-line">
        <Choice<"wide" | "long">
          label={words.text("target.sheet.export.form")}
          value={form}
          options={(["wide", "long"] as const).map((value) => ({
            value,
            label: words.text(`target.sheet.export.${value}`),
          }))}
          onChange={setForm}
        />
        <Button kind="chip" onClick={() => save("xlsx")}>
          {words.text("target.sheet.export.xlsx")}
        </Button>
        <Button kind="chip" onClick={() => save("csv")}>
          {words.text("target.sheet.export.csv")}
        </Button>
      </div>
      <p className="target-sheet-note">{words.text("target.sheet.export.note")}</p>
    </section>
  );
}
