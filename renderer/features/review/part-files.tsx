import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { takePartFiles } from "../../../core/review/part-sheet.ts";
import type { PartFile } from "../../../core/review/part-sheet.ts";
import type { Problem } from "../../../core/base/result.ts";
import { commit } from "../../storage/commit.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { readSheets } from "../../worker/sheet-client.ts";
import { formsWaiting, saveForms } from "./form-files.ts";
import type { ReviewData } from "./use-review.ts";

/** Members have no app: their forms, about themselves and about colleagues, go out as workbooks, and come back, all or none. */
export function PartFiles({ data, view }: { readonly data: ReviewData; readonly view: CycleView }) {
  const words = useWords();
  const { today } = useView();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const waiting = formsWaiting(data.workspace.rows, view);
  const take = async (picked: readonly File[]) => {
    const read = await Promise.all(picked.map(readOne));
    const seen = currentWorkspace();
    const command = takePartFiles(seen.rows, { files: read, names: seen.rows.members, on: today });
    const done = command.ok
      ? await commit(message("review.command.files", { count: picked.length }), command.value, seen)
      : command;
    setProblems(done.ok ? [] : done.error);
    if (done.ok) notify({ tone: "done", message: message("review.form.taken", { count: picked.length }) });
  };
  const save = async () => {
    const saved = await saveForms(data, view, { words, forms: waiting });
    if (saved.ok && saved.value) notify({ tone: "done", message: saved.value });
    if (!saved.ok) notify({ tone: "failure", message: saved.error });
  };
  return (
    <section className="review-files" aria-label={words.text("review.form.files")}>
      <div className="review-file-line">
        <Button disabled={waiting.length === 0} onClick={() => void save()}>
          {words.text("review.form.export", { count: waiting.length })}
        </Button>
        <label className="button chip review-file">
          {words.text("review.form.import")}
          <input
            type="file"
            multiple
            accept=".xlsx"
            onChange={(event) => {
              const picked = [...(event.target.files ?? [])];
              event.target.value = "";
              if (picked.length > 0) void take(picked);
            }}
          />
        </label>
        <p className="quiet">{words.text("review.form.files.hint")}</p>
      </div>
      <div role="status">
        {problems.map((problem, at) => (
          <FindingLine key={at} tone="at-risk" text={words.say(problem.message)} actions={[]} />
        ))}
      </div>
    </section>
  );
}

/** A file that cannot be read is an empty table: it is refused as no form of ours. */
async function readOne(file: File): Promise<PartFile> {
  const read = await readSheets(new Uint8Array(await file.arrayBuffer()));
  return { name: file.name, table: (read.ok && read.value[0]?.table) || { rows: [], lines: [] } };
}
