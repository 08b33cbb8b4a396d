import { passphraseStrength } from "../../../../core/vault/share/passphrase-strength.ts";
import { CheckField } from "../../../ui/fields.tsx";
import { PassphraseField } from "../../../ui/passphrase-field.tsx";
import { useWords } from "../../../ui/words-context.tsx";

/** A passphrase being chosen: typed twice, or none wanted. */
export interface LockDraft {
  readonly isLocked: boolean;
  readonly first: string;
  readonly again: string;
}

export const FIRST_LOCK: LockDraft = { isLocked: true, first: "", again: "" };

const TONES = {
  short: "tone-at-risk",
  weak: "tone-behind",
  fair: "tone-muted",
  strong: "tone-ahead",
} as const;

/** Whether a file may be written with what was typed. */
export function isLockReady({ isLocked, first, again }: LockDraft): boolean {
  return !isLocked || (passphraseStrength(first) !== "short" && first === again);
}

export function LockFields({
  lock,
  onChange,
}: {
  readonly lock: LockDraft;
  onChange(lock: LockDraft): void;
}) {
  const words = useWords();
  const strength = passphraseStrength(lock.first);
  const differs = lock.again !== "" && lock.again !== lock.first;
  return (
    <section className="vault-card">
      <h2>{words.text("vault.lock.title")}</h2>
      <CheckField
        label={words.text("vault.lock.wanted")}
        hint={words.text(lock.isLocked ? "vault.lock.wanted-hint" : "vault.lock.unlocked")}
        value={lock.isLocked}
        onCommit={(isLocked) => {
          onChange({ ...lock, isLocked });
          return null;
        }}
      />
      {lock.isLocked && (
        <div className="share-lock">
          <PassphraseField
            label={words.text("vault.lock.first")}
            hint={words.text("vault.lock.first-hint")}
            value={lock.first}
            isNew
            onType={(first) => onChange({ ...lock, first })}
          />
          <PassphraseField
            label={words.text("vault.lock.again")}
            value={lock.again}
            isNew
            problem={differs ? words.text("vault.lock.differs") : undefined}
            onType={(again) => onChange({ ...lock, again })}
          />
          <p role="status" className={lock.first === "" ? "vault-quiet" : TONES[strength]}>
            {words.text(lock.first === "" ? "vault.lock.forgotten" : `vault.lock.strength.${strength}`)}
          </p>
        </div>
      )}
    </section>
  );
}
