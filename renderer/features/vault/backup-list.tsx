import { useEffect, useMemo, useState } from "react";
import type { Message } from "../../../core/base/message.ts";
import type { BackupListing } from "../../../core/bridge/backup-contract.ts";
import { countRecords, totalOf } from "../../../core/vault/counts.ts";
import type { Words } from "../../../core/words/words.ts";
import { listBackups } from "../../storage/auto-backups.ts";
import { backupStore } from "../../storage/last-backup.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { bytesText, countText, momentText } from "./vault-text.ts";

export interface BackupListProps {
  onOpen(name: string): void;
  readonly busy: boolean;
}

/** The backups of the folder; each is looked at, and compared with the present, before it is restored. */
export function BackupList({ onOpen, busy }: BackupListProps) {
  const words = useWords();
  const now = totalOf(countRecords(useWorkspace()));
  const found = useList();
  const columns = useMemo(() => listColumns(words, now), [words, now]);
  return (
    <section className="vault-card backup-list">
      <h2>{words.text("vault.list.title")}</h2>
      <p className="vault-quiet">{words.text("vault.list.hint")}</p>
      {found?.problem && <p className="tone-at-risk">● {words.say(found.problem)}</p>}
      {found && !found.problem && found.rows.length === 0 && (
        <EmptyState title={words.text("vault.list.none")} text={words.text("vault.list.none-text")} />
      )}
      {found && found.rows.length > 0 && (
        <DataTable
          label={words.text("vault.list.title")}
          rows={found.rows}
          rowKey={({ name }) => name}
          columns={columns}
          height="calc(100vh - 270px)"
          onOpen={({ name }) => !busy && onOpen(name)}
        />
      )}
    </section>
  );
}

interface Found {
  readonly rows: readonly BackupListing[];
  readonly problem: Message | null;
}

/** Read anew whenever a backup was made or has failed. */
function useList(): Found | null {
  const state = backupStore((store) => store.state);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isHere = true;
    void readList().then((found) => isHere && setFound(found));
    return () => {
      isHere = false;
    };
  }, [state]);
  return found;
}

async function readList(): Promise<Found> {
  const listed = await listBackups();
  if (listed.ok) return { rows: listed.value, problem: null };
  return { rows: [], problem: listed.error[0]?.message ?? null };
}

function listColumns(words: Words, now: number): readonly DataColumn<BackupListing>[] {
  const none = words.text("base.none");
  return [
    {
      key: "at",
      title: words.text("vault.list.at"),
      width: 186,
      text: ({ atMs }) => momentText(words, atMs),
      sortValue: ({ atMs }) => atMs,
    },
    {
      key: "records",
      title: words.text("vault.list.records"),
      width: 76,
      align: "end",
      text: ({ head }) => (head ? countText(words, head.total) : none),
      sortValue: ({ head }) => head?.total ?? -1,
    },
    {
      key: "change",
      title: words.text("vault.list.change"),
      width: 84,
      align: "end",
      text: ({ head }) => (head ? signedText(words, head.total - now) : none),
      sortValue: ({ head }) => (head ? head.total - now : 0),
    },
    {
      key: "bytes",
      title: words.text("vault.list.bytes"),
      width: 76,
      align: "end",
      text: ({ bytes }) => bytesText(words, bytes),
      sortValue: ({ bytes }) => bytes,
    },
    { key: "kind", title: words.text("vault.list.kind"), width: 182, text: (one) => kindText(words, one) },
    { key: "name", title: words.text("vault.list.name"), width: 330, text: ({ name }) => name },
  ];
}

function signedText(words: Words, difference: number): string {
  if (difference === 0) return words.text("vault.list.same");
  return difference > 0 ? `+${countText(words, difference)}` : `−${countText(words, -difference)}`;
}

/** Why it stays; what was made elsewhere, or was altered since, is never rotated. */
function kindText(words: Words, { tiers, isVerified, isEncrypted }: BackupListing): string {
  const said = tiers.map((tier) => words.text(`vault.list.tier.${tier}`));
  if (!isVerified) said.push(words.text("vault.list.other"));
  if (isEncrypted) said.push(words.text("vault.list.encrypted"));
  return said.join(" · ");
}
