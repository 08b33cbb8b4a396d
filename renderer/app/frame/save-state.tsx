import { backupStore } from "../../storage/last-backup.ts";
import { saveStatus } from "../../storage/save-status.ts";
import type { SaveState as State } from "../../storage/save-status.ts";
import { useWords } from "../../ui/words-context.tsx";

const SIGN_BY_STATE: Readonly<Record<State, string>> = {
  saved: "✓",
  saving: "…",
  "not-saved": "●",
  behind: "▼",
  unknown: "●",
  "read-only": "●",
};

/** Whether the last change is on the disk. */
export function SaveState() {
  const words = useWords();
  const { state, savedAtMs } = saveStatus();
  const isUnbacked = backupStore((store) => store.state !== null && store.state.problem !== null);
  const saved =
    state === "saved" && savedAtMs !== null
      ? words.text("app.saved.at", { time: clock(savedAtMs) })
      : words.text(`app.save.${state}`);
  const said = isUnbacked ? `${saved} · ${words.text("app.save.unbacked")}` : saved;
  const tone =
    state === "saved" || state === "saving"
      ? isUnbacked
        ? " tone-behind"
        : ""
      : state === "behind"
        ? " tone-behind"
        : " tone-at-risk";
  return (
    <p className={`save-state${tone}`} role="status" title={said}>
      <span className="save-sign" aria-hidden="true">
        {SIGN_BY_STATE[state]}
      </span>
      <span className="save-text">{said}</span>
    </p>
  );
}

function clock(ms: number): string {
  const at = new Date(ms);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
