import { useState } from "react";
import type { FormEvent } from "react";
import { currentPlatform } from "../../platform/current-platform.ts";
import { removeLock, setLock, tryUnlock, tryWaitMs } from "../../storage/set-lock.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { passphraseProblem } from "./passphrase-problem.ts";

/** Without a choice the app locks itself after so long. */
const USUAL_IDLE_MINUTES = 10;

/** Sets the lock, then shows the recovery code, once. */
export function LockDrawer({ onClose }: { onClose(): void }) {
  const words = useWords();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [isTried, setTried] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const problem = passphraseProblem(first, second);
  const said = isTried && problem ? words.text(`vault.passphrase.${problem}`) : null;
  const set = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!problem) setCode(setLock(first, USUAL_IDLE_MINUTES));
  };
  if (code !== null) return <CodeDrawer code={code} onClose={onClose} />;
  const footer = (
    <>
      <Button onClick={onClose}>{words.text("base.cancel")}</Button>
      <Button kind="primary" onClick={() => set()}>
        {words.text("vault.app-lock.do")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.app-lock.set")} onClose={onClose} footer={footer}>
      <form className="vault-form" onSubmit={set}>
        <p>{words.text("vault.app-lock.guards-not")}</p>
        <PassphraseField
          label={words.text("vault.passphrase.first")}
          hint={words.text("vault.passphrase.hint")}
          value={first}
          onType={setFirst}
          problem={problem === "short" ? said : null}
          autoFocus
          isNew
        />
        <PassphraseField
          label={words.text("vault.passphrase.second")}
          value={second}
          onType={setSecond}
          problem={problem === "differ" ? said : null}
          isNew
        />
        <button type="submit" hidden>
          {words.text("vault.app-lock.do")}
        </button>
      </form>
    </Drawer>
  );
}

function CodeDrawer({ code, onClose }: { readonly code: string; onClose(): void }) {
  const words = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => setCopied(await currentPlatform().copyText(code));
  const footer = (
    <>
      <Button onClick={() => void copy()}>
        {words.text(`vault.app-lock.${isCopied ? "copied" : "copy"}`)}
      </Button>
      <Button kind="primary" onClick={onClose}>
        {words.text("vault.app-lock.noted")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.app-lock.code")} onClose={onClose} footer={footer}>
      <div className="vault-form">
        <p>{words.text("vault.app-lock.code-text")}</p>
        <p className="vault-figure lock-code">{code}</p>
        <p className="vault-quiet">{words.text(`vault.app-lock.forgotten-${currentPlatform().kind}`)}</p>
      </div>
    </Drawer>
  );
}

/** Takes the lock away, for who knows its passphrase. */
export function UnsetLockDrawer({ onClose }: { onClose(): void }) {
  const words = useWords();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const unset = (event?: FormEvent) => {
    event?.preventDefault();
    const outcome = tryUnlock(text);
    if (outcome === "wait") {
      return setProblem(words.text("vault.app-lock.wait", { seconds: Math.ceil(tryWaitMs() / 1000) }));
    }
    if (outcome === "wrong") return setProblem(words.text("vault.app-lock.wrong"));
    removeLock();
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{words.text("base.cancel")}</Button>
      <Button kind="primary" onClick={() => unset()} disabled={text === ""}>
        {words.text("vault.app-lock.unset")}
      </Button>
    </>
  );
  return (
    <Drawer open title={words.text("vault.app-lock.unset")} onClose={onClose} footer={footer}>
      <form className="vault-form" onSubmit={unset}>
        <PassphraseField
          label={words.text("vault.app-lock.passphrase")}
          value={text}
          onType={setText}
          problem={problem}
          autoFocus
        />
      </form>
    </Drawer>
  );
}
