import { useMemo, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { KpiId } from "../../../core/base/id.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import { period as periodFrom } from "../../../core/base/period.ts";
import { fiscalYearOf } from "../../../core/target/fiscal-year.ts";
import { pickTargetSheet } from "../../../core/target/sheet/pick-target-sheet.ts";
import { planTargetSheet } from "../../../core/target/sheet/plan-target-sheet.ts";
import type { SheetPlan } from "../../../core/target/sheet/plan-target-sheet.ts";
import { readTargetSheet } from "../../../core/target/sheet/read-target-sheet.ts";
import type { SheetDefaults, SheetReading } from "../../../core/target/sheet/read-target-sheet.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { readSheets } from "../../worker/sheet-client.ts";
import type { ReadSheet } from "../../worker/sheet-client.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { useTargetChoice } from "./target-choice.ts";

/** A file of targets on its way in. */
export interface SheetFile {
  readonly name: string;
  readonly sheets: readonly ReadSheet[];
  /** The index of the chosen sheet. */
  readonly at: number;
}

/** What a sheet comes to. */
export interface SheetOutcome {
  readonly reading: SheetReading;
  readonly plan: SheetPlan;
}

export interface SheetImport {
  readonly workspace: Workspace;
  readonly file: SheetFile | null;
  readonly defaults: SheetDefaults;
  /** `null` without a file. */
  readonly outcome: Result<SheetOutcome> | null;
  /** What the last import wrote. */
  readonly done: { readonly added: number; readonly changed: number } | null;
  open(file: File): Promise<void>;
  choose(at: number): void;
  change(part: Partial<SheetDefaults>): void;
  take(): Promise<void>;
}

/** The import of targets: the file, how it is read, and what it would do, in the frame in which any of it changes. */
export function useSheetImport(): SheetImport {
  const workspace = useWorkspace();
  const first = useFirstDefaults(workspace);
  const [file, setFile] = useState<SheetFile | null>(null);
  const [refused, setRefused] = useState<Result<SheetOutcome> | null>(null);
  const [chosen, setChosen] = useState<Partial<SheetDefaults>>({});
  const [done, setDone] = useState<SheetImport["done"]>(null);
  const defaults = useMemo(() => ({ ...first, ...chosen }), [first, chosen]);
  const outcome = useMemo(
    () => (file ? outcomeOf(workspace, file, defaults) : refused),
    [workspace, file, defaults, refused],
  );
  return {
    workspace,
    file,
    defaults,
    outcome,
    done,
    async open(picked) {
      const read = await readSheets(new Uint8Array(await picked.arrayBuffer()));
      setDone(null);
      setRefused(read.ok ? null : read);
      const at = read.ok ? read.value.indexOf(pickTargetSheet(read.value)!) : 0;
      setFile(read.ok ? { name: picked.name, sheets: read.value, at } : null);
    },
    choose: (at) => setFile((now) => now && { ...now, at }),
    change: (part) => setChosen((now) => ({ ...now, ...part })),
    async take() {
      if (!file || !outcome?.ok) return;
      const { plan } = outcome.value;
      const label = message("target.sheet.command", { file: file.name.slice(0, 150) });
      const written = await runTargetCommand(label, { command: ok(plan.changes), seen: workspace });
      if (!written.ok) return;
      setDone({ added: plan.added, changed: plan.changed });
      setFile(null);
    },
  };
}

function useFirstDefaults(workspace: Workspace): SheetDefaults {
  const { periodId } = useView();
  const { kpiId, line } = useTargetChoice();
  const { fiscalStart } = settingsOf(workspace);
  return useMemo(
    () => ({
      kpiId: kpiId ?? firstKpi(workspace),
      line,
      year: fiscalYearOf(periodFrom(periodId, fiscalStart), fiscalStart),
      power: null,
    }),
    [workspace, kpiId, line, periodId, fiscalStart],
  );
}

function firstKpi({ rows }: Workspace): KpiId | null {
  const [target] = rows.targets.values();
  return target?.kpiId ?? null;
}

function outcomeOf(workspace: Workspace, file: SheetFile, defaults: SheetDefaults): Result<SheetOutcome> {
  const read = readTargetSheet(workspace.rows, file.sheets[file.at]!.table, defaults);
  if (!read.ok) return fail(read.error);
  return ok({ reading: read.value, plan: planTargetSheet(workspace.rows, read.value) });
}
