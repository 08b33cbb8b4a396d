import { message } from "../../../core/base/message.ts";
import { authorOf } from "../../../core/meeting/practices/edit-practices.ts";
import { practicePaper } from "../../../core/meeting/practices/practice-paper.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { safeFileName } from "../../../core/vault/safe-file-name.ts";
import { emptyWorkspace, settingsOf } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { renderPaperFiles } from "../../worker/paper-client.ts";
import { dealName } from "./practice-commands.ts";

/** Writes a practice as a document for Word, to a place of the person's choice, and says how it went. */
export async function savePractice(words: Words, practice: Practice): Promise<void> {
  const workspace = currentWorkspace();
  const settings = settingsOf(workspace);
  const author = authorOf(practice, workspace.rows.members);
  const paper = practicePaper(practice, { team: settings.name, author, dealName });
  const made = await renderPaperFiles(
    {
      workspace: emptyWorkspace(settings),
      today: useView.getState().today,
      locale: words.locale,
      papers: [{ kind: "made", paper }],
    },
    "docx",
  ).done;
  if (!made.ok) return fail(made.error);
  const kind = { label: words.text("meeting.practice.docx.kind"), extensions: ["docx"] };
  const name = safeFileName(`${practice.title}.docx`);
  const saved = await currentPlatform().saveFile(name, made.value[0]!, kind);
  if (!saved.ok) return fail(saved.error);
  if (saved.value) {
    notify({ tone: "done", message: message("meeting.practice.docx.saved", { name: saved.value.name }) });
  }
}

function fail(reason: string): void {
  notify({ tone: "failure", message: message("meeting.practice.docx.failed", { reason }) });
}
