import { useState } from "react";
import { currentLock, lockNow, setIdleMinutes } from "../../storage/set-lock.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { LockDrawer, UnsetLockDrawer } from "./lock-drawer.tsx";

const IDLE_CHOICES = ["0", "1", "5", "10", "30", "60"] as const;

/** The lock of the app on this device: what it guards, and what it does not. */
export function LockSection() {
  const words = useWords();
  const [lock, setLock] = useState(currentLock);
  const [open, setOpen] = useState<"set" | "unset" | null>(null);
  const look = () => {
    setOpen(null);
    setLock(currentLock());
  };
  return (
    <section className="vault-card lock-section">
      <h2>{words.text("vault.app-lock.title")}</h2>
      <p className="vault-quiet">{words.text("vault.app-lock.guards")}</p>
      <p className="vault-quiet">{words.text("vault.app-lock.guards-not")}</p>
      {lock && (
        <SelectField
          label={words.text("vault.app-lock.idle")}
          hint={words.text("vault.app-lock.idle-hint")}
          value={String(lock.idleMinutes)}
          options={IDLE_CHOICES.map((value) => ({ value, label: idleText(words, value) }))}
          onCommit={(minutes) => {
            setIdleMinutes(Number(minutes));
            setLock(currentLock());
            return null;
          }}
        />
      )}
      <div className="vault-check">
        {lock ? (
          <>
            <Button onClick={lockNow}>{words.text("vault.app-lock.now")}</Button>
            <Button kind="link" onClick={() => setOpen("unset")}>
              {words.text("vault.app-lock.unset")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen("set")}>{words.text("vault.app-lock.set")}</Button>
        )}
      </div>
      {open === "set" && <LockDrawer onClose={look} />}
      {open === "unset" && <UnsetLockDrawer onClose={look} />}
    </section>
  );
}

function idleText(words: ReturnType<typeof useWords>, value: string): string {
  return value === "0"
    ? words.text("vault.app-lock.idle-never")
    : words.text("vault.app-lock.idle-minutes", { count: Number(value) });
}
