import { TARGET_LINES } from "../../../core/target/records.ts";
import { living } from "../../../core/team/team-rows.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { Choice } from "../../ui/choice.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { SheetOutcomeView } from "./sheet-outcome.tsx";
import { moneyUnits } from "./shown-numbers.ts";
import { useSheetImport } from "./use-sheet-import.ts";
import type { SheetImport } from "./use-sheet-import.ts";

/** Years around the shown one that a sheet without years may mean. */
const YEARS_AROUND = 2;

/** From a file to the targets: choose, see what was read and what it would do, import. */
export function SheetImportSection() {
  const words = useWords();
  const sheet = useSheetImport();
  const { file, outcome, done } = sheet;
  return (
    <section className="target-sheet-part" aria-labelledby="target-sheet-import">
      <h2 id="target-sheet-import">{words.text("target.sheet.title")}</h2>
      <div className="target-sheet-line">
        <FileButton sheet={sheet} />
        {file && <strong className="target-sheet-file">{file.name}</strong>}
      </div>
      {!file && <p className="target-sheet-note">{words.text("target.sheet.pick.hint")}</p>}
      <div role="status">
        {done && (
          <FindingLine
            tone="ahead"
            text={words.text("target.sheet.done", done)}
            actions={[{ label: words.text("target.sheet.see"), onClick: () => goTo(placeHref("target")) }]}
          />
        )}
      </div>
      {file && <Settings sheet={sheet} />}
      {outcome && !outcome.ok && (
        <FindingLine tone="at-risk" text={words.say(outcome.error[0]!.message)} actions={[]} />
      )}
      {file && outcome?.ok && (
        <SheetOutcomeView
          workspace={sheet.workspace}
          outcome={outcome.value}
          onTake={() => void sheet.take()}
        />
      )}
    </section>
  );
}

/** The browser's own dialog behind a button of ours. */
function FileButton({ sheet }: { readonly sheet: SheetImport }) {
  const words = useWords();
  return (
    <label className={sheet.file ? "button chip target-file" : "button primary target-file"}>
      {words.text(sheet.file ? "target.sheet.again" : "target.sheet.pick")}
      <input
        type="file"
        accept=".csv,.xlsx,.txt,.tsv"
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked) void sheet.open(picked);
          event.target.value = "";
        }}
      />
    </label>
  );
}

/** What holds where the sheet does not say. */
function Settings({ sheet }: { readonly sheet: SheetImport }) {
  const words = useWords();
  const { file, defaults, workspace } = sheet;
  const power = sheet.outcome?.ok ? sheet.outcome.value.reading.power : (defaults.power ?? 0);
  const years = Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, at) => defaults.year - YEARS_AROUND + at);
  return (
    <div className="target-sheet-line">
      {file!.sheets.length > 1 && (
        <Choice
          label={words.text("target.sheet.sheet")}
          value={String(file!.at)}
          options={file!.sheets.map((one, at) => ({ value: String(at), label: one.sheet ?? String(at + 1) }))}
          onChange={(at) => sheet.choose(Number(at))}
        />
      )}
      <Choice
        label={words.text("target.sheet.kpi")}
        value={defaults.kpiId ?? ""}
        options={living(workspace.rows.kpis).map((kpi) => ({
          value: kpi.id as string,
          label: words.name(kpi.name),
        }))}
        onChange={(id) => sheet.change({ kpiId: workspace.rows.kpis.get(id)!.id })}
      />
      <Choice
        label={words.text("target.sheet.line")}
        value={defaults.line}
        options={TARGET_LINES.map((line) => ({ value: line, label: words.text(`target.line.${line}`) }))}
        onChange={(line) => sheet.change({ line })}
      />
      <Choice
        label={words.text("target.sheet.year")}
        value={String(defaults.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => sheet.change({ year: Number(year) })}
      />
      <Choice
        label={words.text("target.sheet.unit")}
        value={String(power)}
        options={moneyUnits(words, power)}
        onChange={(unit) => sheet.change({ power: Number(unit) })}
      />
    </div>
  );
}
