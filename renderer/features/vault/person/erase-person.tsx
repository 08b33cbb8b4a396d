import { useEffect, useMemo, useState } from "react";
import type { MemberId } from "../../../../core/base/id.ts";
import type { BackupListing } from "../../../../core/bridge/backup-contract.ts";
import { placeName } from "../../../../core/vault/ledger-places.ts";
import { erasePerson } from "../../../../core/vault/person/erase-person.ts";
import type { EraseChoice, EraseCount, Erasure, Sealed } from "../../../../core/vault/person/erase-person.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { currentPlatform } from "../../../platform/current-platform.ts";
import { listBackups } from "../../../storage/auto-backups.ts";
import { lastBackupStore } from "../../../storage/last-backup.ts";
import { eraseForGood } from "../../../storage/erase-person.ts";
import { notify } from "../../../storage/notice-store.ts";
import { useView } from "../../../storage/view-store.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { SelectField, TextField } from "../../../ui/fields.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { useAside } from "../use-aside.ts";
import { countText, momentText } from "../vault-text.ts";

/** What goes, what stays and why, which copies are out of reach; and the words that must be typed before it is done. */
export function ErasePerson({ memberId }: { readonly memberId: MemberId }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [statements, setStatements] = useState<Sealed>("neutral");
  const [reviews, setReviews] = useState<Sealed>("neutral");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [id] = useState(() => currentPlatform().newId() as MemberId);
  const person = workspace.rows.members.get(memberId)?.name ?? "";
  const choice = useMemo<EraseChoice>(() => {
    const name = freeName(workspace, (number) => words.text("vault.person.neutral", { number }));
    return { memberId, neutral: { id, name }, statements, reviews, on: today };
  }, [workspace, words, memberId, id, statements, reviews, today]);
  const erasure = useMemo(() => erasePerson(workspace, choice), [workspace, choice]);
  const wording = words.text("vault.person.wording", { name: person });
  const erase = async () => {
    setBusy(true);
    const done = await eraseForGood(choice);
    setBusy(false);
    if (!done.ok) for (const { message } of done.error) notify({ tone: "failure", message });
    else
      notify({ tone: "done", message: { key: "vault.person.done", params: { name: choice.neutral.name } } });
  };
  return (
    <section className="vault-card">
      <h2>{words.text("vault.person.erase")}</h2>
      <EraseCounts erasure={erasure} />
      <Stays choice={choice} erasure={erasure} />
      <SealedChoice field="statements" value={statements} onChange={setStatements} />
      <SealedChoice field="reviews" value={reviews} onChange={setReviews} />
      <OtherCopies />
      <TextField
        label={words.text("vault.person.confirm", { wording })}
        hint={words.text("vault.person.confirm-hint")}
        value={typed}
        onType={setTyped}
        onCommit={() => null}
      />
      <div className="vault-check">
        <Button disabled={busy || typed.trim() !== wording} onClick={() => void erase()}>
          {words.text(busy ? "vault.person.erasing" : "vault.person.erase-do")}
        </Button>
      </div>
    </section>
  );
}

function EraseCounts({ erasure }: { readonly erasure: Erasure }) {
  const words = useWords();
  const list = (of: (count: EraseCount) => number) =>
    erasure.counts
      .filter((count) => of(count) > 0)
      .map((count) => `${words.text(`vault.table.${count.table}`)} ${countText(words, of(count))}`)
      .join(" · ") || words.text("base.none");
  return (
    <dl className="person-counts">
      <dt>{words.text("vault.person.removed")}</dt>
      <dd>{list(({ removed }) => removed)}</dd>
      <dt>{words.text("vault.person.rewritten")}</dt>
      <dd>{list(({ rewritten }) => rewritten)}</dd>
    </dl>
  );
}

/** What stays, and the reason. */
function Stays({ choice, erasure }: { readonly choice: EraseChoice; readonly erasure: Erasure }) {
  const words = useWords();
  return (
    <div className="person-stays">
      <h3>{words.text("vault.person.stays")}</h3>
      <ul>
        {(["facts", "sums", "days"] as const).map((key) => (
          <li key={key}>{words.text(`vault.person.stays.${key}`, { name: choice.neutral.name })}</li>
        ))}
        {erasure.shared.length > 0 && (
          <li className="tone-behind">
            {words.text("vault.person.stays.shared", { names: erasure.shared.join(" · ") })}
          </li>
        )}
        {erasure.others.length > 0 && (
          <li>{words.text("vault.person.stays.others", { names: namesOf(erasure.others) })}</li>
        )}
      </ul>
    </div>
  );
}

function SealedChoice(props: {
  readonly field: "statements" | "reviews";
  readonly value: Sealed;
  onChange(value: Sealed): void;
}) {
  const words = useWords();
  return (
    <SelectField<Sealed>
      label={words.text(`vault.person.${props.field}`)}
      hint={words.text(`vault.person.${props.field}-hint`)}
      value={props.value}
      options={(["neutral", "remove"] as const).map((value) => ({
        value,
        label: words.text(`vault.person.sealed.${value}`),
      }))}
      onCommit={(value) => {
        props.onChange(value);
        return null;
      }}
    />
  );
}

/** Files that were made before still hold the person: they are told, for nobody else can delete them. */
function OtherCopies() {
  const words = useWords();
  const last = lastBackupStore((state) => state.last);
  const auto = useAutoBackups();
  const aside = useAside();
  const { kind } = currentPlatform();
  return (
    <div className="person-stays">
      <h3>{words.text("vault.person.copies")}</h3>
      <p>
        {last
          ? words.text("vault.person.copies-last", { at: momentText(words, last.atMs) })
          : words.text("vault.person.copies-none")}
      </p>
      {auto.length > 0 && (
        <p>
          {words.text("vault.person.copies-auto", {
            count: auto.length,
            names: namesOf(auto.map(({ name }) => name)),
          })}
        </p>
      )}
      {aside.length > 0 && (
        <p>
          {words.text(`vault.person.copies-aside-${kind}`, {
            names: aside.map(({ name }) => placeName("ledger", Number(name))).join(" · "),
          })}
        </p>
      )}
      {kind === "desktop" && <p>{words.text("vault.person.copies-databases")}</p>}
    </div>
  );
}

/** More names would not be read. */
const NAMED = 3;

function namesOf(names: readonly string[]): string {
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? ["…"] : [])].join(" · ");
}

function useAutoBackups(): readonly BackupListing[] {
  const [listed, setListed] = useState<readonly BackupListing[]>([]);
  useEffect(() => {
    let isHere = true;
    void listBackups().then((found) => isHere && found.ok && setListed(found.value));
    return () => {
      isHere = false;
    };
  }, []);
  return listed;
}

/** The first neutral name that nobody bears. */
function freeName(workspace: Workspace, nameOf: (number: number) => string): string {
  const taken = new Set(rowsOf(workspace, "members").map(({ name }) => name));
  for (let number = 1; ; number += 1) if (!taken.has(nameOf(number))) return nameOf(number);
}
