import { message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { emptyWorkspace, settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { MeetingData } from "./meeting-data.ts";

/** Puts the minutes on disk, or on the printer. */
export async function saveMinutes(
  words: Words,
  of: { readonly data: MeetingData; readonly meeting: Meeting; readonly format: "docx" | "pdf" },
): Promise<void> {
  const { data, meeting, format } = of;
  const platform = currentPlatform();
  const ask = {
    workspace: minutesWorkspace(data.workspace),
    today: data.today,
    locale: words.locale,
    papers: [{ kind: "minutes", meetingId: meeting.id } as const],
  };
  const name = `${words.text("meeting.minutes.file", { name: meeting.name, day: meeting.on })}.${format}`;
  const kind = { label: words.text(`meeting.minutes.kind.${format}`), extensions: [format] };
  const made = format === "docx" ? await renderPaperFiles(ask, "docx").done : await renderPaperHtml(ask).done;
  const [file] = made.ok ? made.value : [];
  const saved =
    file === undefined
      ? fail(made.ok ? "" : made.error)
      : typeof file === "string"
        ? await platform.savePdf(name, file, kind)
        : await platform.saveFile(name, file, kind);
  if (!saved.ok) {
    notify({ tone: "failure", message: message("meeting.minutes.failed", { reason: saved.error }) });
  } else if (saved.value) {
    notify({ tone: "done", message: message("meeting.minutes.saved", { name: saved.value.name }) });
  }
}

/** What minutes are written from, and nothing else: the book stays here, and so does what is private. */
function minutesWorkspace(workspace: Workspace): Workspace {
  const bare = emptyWorkspace(settingsOf(workspace));
  const { settings, members, meetings, actions, decisions } = workspace.rows;
  return { ...bare, rows: { ...bare.rows, settings, members, meetings, actions, decisions } };
}
