import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import { readResultsSheet } from "../../../core/training/sheet/read-results-sheet.ts";
import type { BadResult, ResultsReading } from "../../../core/training/sheet/read-results-sheet.ts";
import type { TrainingSession } from "../../../core/training/records.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { readSheets } from "../../worker/sheet-client.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TrainingData } from "./training-data.ts";

interface Picked {
  readonly name: string;
  readonly reading: Result<ResultsReading>;
  /** The workspace that it was read against. */
  readonly seen: Workspace;
}

/** Attendance and scores from a file: what it would do is said first, and it is taken whole or not at all. */
export function ResultsImport(props: { readonly data: TrainingData; readonly session: TrainingSession }) {
  const { data, session } = props;
  const words = useWords();
  const [picked, setPicked] = useState<Picked | null>(null);
  const open = async (file: File) => {
    const read = await readSheets(new Uint8Array(await file.arrayBuffer()));
    const seen = currentWorkspace();
    if (!read.ok) return setPicked({ name: file.name, reading: read, seen });
    const of = { sessionId: session.id, today: data.today };
    const readings = read.value.map((one) => readResultsSheet(seen.rows, one.table, of));
    setPicked({ name: file.name, reading: readings.find((one) => one.ok) ?? readings[0]!, seen });
  };
  const take = async ({ name, seen }: Picked, reading: ResultsReading) => {
    const label = message("training.record.sheet", { file: name.slice(0, 150) });
    const written = await runCommand(label, { command: ok(reading.changes), seen });
    if (written.ok) setPicked(null);
  };
  return (
    <section className="results-import" aria-label={words.text("training.sheet.title")}>
      <label className="button chip">
        {words.text("training.sheet.pick")}
        <input
          className="unseen"
          type="file"
          accept=".csv,.xlsx,.txt,.tsv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void open(file);
            event.target.value = "";
          }}
        />
      </label>
      {picked && !picked.reading.ok && (
        <FindingLine
          tone="at-risk"
          text={picked.reading.error.map((problem) => words.say(problem.message)).join(" ")}
          actions={[]}
        />
      )}
      {picked?.reading.ok && (
        <Outcome reading={picked.reading.value} onTake={(reading) => void take(picked, reading)} />
      )}
    </section>
  );
}

function Outcome({
  reading,
  onTake,
}: {
  readonly reading: ResultsReading;
  onTake(reading: ResultsReading): void;
}) {
  const words = useWords();
  const { rows, fresh, changed, bad, changes } = reading;
  if (bad.length > 0) return <BadResults bad={bad} />;
  const isSame = changes.length === 0;
  return (
    <>
      <p>{words.text(isSame ? "training.sheet.same" : "training.sheet.effect", { rows, fresh, changed })}</p>
      <Button disabled={isSame} onClick={() => onTake(reading)}>
        {words.text("training.sheet.take")}
      </Button>
    </>
  );
}

function BadResults({ bad }: { readonly bad: readonly BadResult[] }) {
  const words = useWords();
  const text = words.text("training.sheet.bad", { count: bad.length });
  const columns: readonly DataColumn<BadResult>[] = [
    {
      key: "at",
      title: words.text("training.sheet.row"),
      width: 64,
      align: "end",
      text: (one) => String(one.at),
      sortValue: (one) => one.at,
    },
    { key: "column", title: words.text("training.sheet.column"), width: 96, text: (one) => one.column },
    { key: "text", title: words.text("training.sheet.text"), width: 110, text: (one) => one.text },
    { key: "why", title: words.text("training.sheet.why"), width: 460, text: (one) => words.say(one.why) },
  ];
  return (
    <>
      <FindingLine tone="at-risk" text={text} actions={[]} />
      <DataTable
        label={text}
        rows={bad}
        rowKey={(one) => `${one.at}|${one.column}|${one.why.key}`}
        columns={columns}
        height={Math.min(280, 80 + 36 * bad.length)}
        exportName={words.text("training.sheet.title")}
      />
    </>
  );
}
