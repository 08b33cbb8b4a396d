import { useState } from "react";
import { currentPlatform } from "../../platform/current-platform.ts";
import { setAllAside } from "../../storage/set-aside.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openNow } from "./start-up.ts";

/** The way on where what lies here does not open: it stays as it is, and the app begins beside it. Asked twice. */
export function SetAside() {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const begin = async () => {
    try {
      await setAllAside(currentPlatform());
    } catch {
      setFailed(true);
      return;
    }
    await openNow();
  };
  return (
    <section className="set-aside" aria-label={words.text("vault.aside.title")}>
      <h2>{words.text("vault.aside.title")}</h2>
      <p>{words.text("vault.aside.text")}</p>
      <div className="rescue-foot">
        <Button onClick={() => (asking ? void begin() : setAsking(true))}>
          {words.text(asking ? "vault.aside.sure" : "vault.aside.do")}
        </Button>
        {asking && (
          <Button kind="link" onClick={() => setAsking(false)}>
            {words.text("base.cancel")}
          </Button>
        )}
      </div>
      <p role="alert">{failed ? words.text("vault.aside.failed") : ""}</p>
    </section>
  );
}

/** On the desktop the database alone can be set aside, which loses nothing: it is made anew of the ledger. */
export function SetDatabaseAside() {
  const words = useWords();
  const [said, setSaid] = useState<"done" | "failed" | null>(null);
  const begin = () =>
    currentPlatform().ledger.setAside!("database").then(
      () => setSaid("done"),
      () => setSaid("failed"),
    );
  return (
    <section className="set-aside" aria-label={words.text("vault.aside.database")}>
      <h2>{words.text("vault.aside.database")}</h2>
      <p>{words.text("vault.aside.database-text")}</p>
      <div className="rescue-foot">
        <Button disabled={said === "done"} onClick={() => void begin()}>
          {words.text("vault.aside.database-do")}
        </Button>
      </div>
      <p role="status">
        {said === null
          ? ""
          : words.text(said === "done" ? "vault.aside.database-done" : "vault.aside.failed")}
      </p>
    </section>
  );
}
