import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import type { MemberId } from "../../../core/base/id.ts";
import { askedPeers } from "../../../core/review/asked-peers.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { partOf } from "../../../core/review/edit-review.ts";
import { isWhole } from "../../../core/review/missing-parts.ts";
import { partSheet, takePartFiles } from "../../../core/review/part-sheet.ts";
import type { PartFile } from "../../../core/review/part-sheet.ts";
import type { Problem } from "../../../core/base/result.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { commit } from "../../storage/commit.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { Words } from "../../../core/words/words.ts";
import { readSheets } from "../../worker/sheet-client.ts";
import { renderTable } from "../../worker/table-client.ts";
import type { ReviewData } from "./use-review.ts";

/** Members have no app: their forms, about themselves and about colleagues, go out as workbooks, and come back, all or none. */
export function PartFiles({ data, view }: { readonly data: ReviewData; readonly view: CycleView }) {
  const words = useWords();
  const { today } = useView();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const waiting = formsWaiting(data.workspace.rows, view);
  const take = async (picked: readonly File[]) => {
    const read = await Promise.all(picked.map(readOne));
    const { rows } = currentWorkspace();
    const command = takePartFiles(rows, { files: read, names: rows.members, on: today });
    const done = command.ok
      ? await commit(message("review.command.files", { count: picked.length }), command.value)
      : command;
    setProblems(done.ok ? [] : done.error);
    if (done.ok) notify({ tone: "done", message: message("review.form.taken", { count: picked.length }) });
  };
  return (
    <section className="review-files" aria-label={words.text("review.form.files")}>
      <div className="review-file-line">
        <Button
          disabled={waiting.length === 0}
          onClick={() =>
            void saveForms(data, view, { words, waiting }).then((notice) => notice && notify(notice))
          }
        >
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

/** A form that is still to come back: about whom, and by which colleague; by the member alone where there is none. */
interface Form {
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly peer?: Form["member"];
}

function formsWaiting(rows: ReviewData["workspace"]["rows"], { cycle, members }: CycleView): readonly Form[] {
  const nameOf = (id: MemberId) => rows.members.get(id)?.name ?? id;
  return members.flatMap(({ memberId, name, review }): readonly Form[] => {
    const member = { id: memberId, name };
    const peers = cycle.peerCount === 0 ? [] : askedPeers(rows, cycle, memberId);
    return [
      ...(cycle.asksSelf && !isWhole(cycle, review?.self) ? [{ member }] : []),
      ...peers
        .filter((id) => !isWhole(cycle, partOf(review, { peer: id })))
        .map((id) => ({ member, peer: { id, name: nameOf(id) } })),
    ];
  });
}

/** A file that cannot be read is an empty table: it is refused as no form of ours. */
async function readOne(file: File): Promise<PartFile> {
  const read = await readSheets(new Uint8Array(await file.arrayBuffer()));
  return { name: file.name, table: (read.ok && read.value[0]?.table) || { rows: [], lines: [] } };
}

/** Writes a form for each: into a new folder where there is a dialog for it, else one file after the other. `null`: the person
 * thought better of it. */
async function saveForms(
  { period, workspace }: ReviewData,
  { cycle }: CycleView,
  { words, waiting }: { readonly words: Words; readonly waiting: readonly Form[] },
): Promise<Parameters<typeof notify>[0] | null> {
  const said = words.period(period.id);
  const texts = {
    cycle: words.text("review.form.cycle"),
    member: words.text("review.scores.column.name"),
    peer: words.text("review.form.peer"),
    keep: words.text("review.form.keep"),
    rate: words.text("review.form.rate"),
    text: words.text("review.part.text"),
    write: words.text("review.form.write"),
    nameOf: words.name,
  };
  // Two of one name: the number says whose form it is.
  const called = ({ id, name }: Form["member"]) => {
    const isShared = [...workspace.rows.members.values()].filter((one) => one.name === name).length > 1;
    const number = isShared ? (workspace.rows.members.get(id)?.employeeNumber ?? "") : "";
    return `${name} ${number}`.trim();
  };
  const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const { member, peer } of waiting) {
    const rows = partSheet(cycle, member, { period: said, words: texts, ...(peer ? { peer } : {}) });
    const title = words.text(peer ? "review.form.sheet.peer" : "review.form.sheet");
    const columns = ["question", "answer", "hint", "code"].map((key) =>
      words.text(`review.form.column.${key}`),
    );
    const made = await renderTable({ name: title, columns, rows, format: "xlsx" });
    if (!made.ok)
      return { tone: "failure", message: message("review.room.save-failed", { reason: made.error }) };
    const file = peer
      ? words.text("review.form.file.peer", { name: called(member), peer: called(peer), period: said })
      : words.text("review.form.file", { name: called(member), period: said });
    files.push({ name: `${file}.xlsx`, bytes: made.value });
  }
  const platform = currentPlatform();
  const kind = { label: words.text("review.file.xlsx"), extensions: ["xlsx"] };
  if (platform.saveFolder && files.length > 1) {
    const saved = await platform.saveFolder(words.text("review.form.folder", { period: said }), files);
    if (!saved.ok) return { tone: "failure", message: failureMessage(saved.error) };
    if (!saved.value) return null;
  } else {
    for (const { name, bytes } of files) {
      const saved = await platform.saveFile(name, bytes, kind);
      if (!saved.ok) return { tone: "failure", message: failureMessage(saved.error) };
      if (!saved.value) return null;
    }
  }
  return { tone: "done", message: message("review.form.saved", { count: files.length }) };
}
