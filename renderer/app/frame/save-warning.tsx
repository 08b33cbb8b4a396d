import { retrySaving } from "../../storage/commit.ts";
import { isFrozen, saveStatus } from "../../storage/save-status.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { saveBackupNow } from "../save-backup.ts";

/** When the disk refused: what happened, and the two things to do. Nothing is written until the person acts. */
export function SaveWarning() {
  const words = useWords();
  const { state, message } = saveStatus();
  if (!isFrozen() || !message) return null;
  const retry = { label: words.text("app.error.again"), onClick: () => void retrySaving() };
  const backup = { label: words.text("app.error.backup"), onClick: () => void saveBackupNow(words) };
  const canRetry = state === "not-saved" || state === "behind";
  return (
    <div className="save-warning" role="alert">
      <FindingLine
        tone={state === "behind" ? "behind" : "at-risk"}
        text={words.say(message)}
        actions={canRetry ? [retry, backup] : [backup]}
      />
    </div>
  );
}
