import { authorOf } from "../../../core/meeting/practices/edit-practices.ts";
import { practicePaper } from "../../../core/meeting/practices/practice-paper.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import { emptyWorkspace, settingsOf } from "../../../core/vault/workspace.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { dealName } from "./practice-commands.ts";

/** A practice as a document for Word. */
export function SavePractice({ practice }: { readonly practice: Practice }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const saveNow = () => {
    const settings = settingsOf(workspace);
    const author = authorOf(practice, workspace.rows.members);
    const paper = practicePaper(practice, { team: settings.name, author, dealName });
    // Laid out here: the worker needs nothing else.
    const order = { workspace: emptyWorkspace(settings), papers: [{ kind: "made", paper }] as const };
    return save({ ...order, names: [practice.title], format: "docx" });
  };
  return <Button onClick={() => void saveNow()}>{words.text("meeting.practice.docx")}</Button>;
}
