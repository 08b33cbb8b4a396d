import type { Meeting } from "../../../core/meeting/records.ts";
import { emptyWorkspace, settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** The minutes as a document, or on the printer. */
export function SaveMinutes({ meeting }: { readonly meeting: Meeting }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const saveAs = (format: "docx" | "pdf") =>
    save({
      workspace: minutesWorkspace(workspace),
      papers: [{ kind: "minutes", meetingId: meeting.id }],
      names: [words.text("meeting.minutes.file", { name: meeting.name, day: meeting.on })],
      format,
    });
  return (["docx", "pdf"] as const).map((format) => (
    <Button key={format} onClick={() => void saveAs(format)}>
      {words.text(`meeting.minutes.${format}`)}
    </Button>
  ));
}

/** What minutes are written from, and nothing else: the book stays here, and so does what is private. */
function minutesWorkspace(workspace: Workspace): Workspace {
  const bare = emptyWorkspace(settingsOf(workspace));
  const { settings, members, meetings, actions, decisions } = workspace.rows;
  return { ...bare, rows: { ...bare.rows, settings, members, meetings, actions, decisions } };
}
