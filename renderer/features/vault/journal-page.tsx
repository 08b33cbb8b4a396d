import { useEffect, useMemo, useState } from "react";
import type { TableName } from "../../../core/base/id.ts";
import type { JournalLine } from "../../../core/vault/journal.ts";
import type { Words } from "../../../core/words/words.ts";
import { readJournal } from "../../storage/read-journal.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { countText, momentText } from "./vault-text.ts";

const LINES_SHOWN = 5000;

/** Every change that was made, newest first. */
export function JournalPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const lines = useJournal();
  const [text, setText] = useState("");
  const columns = useMemo(() => journalColumns(words), [words]);
  const found = useMemo(() => search(words, lines ?? [], text), [words, lines, text]);
  const tools = (
    <input
      type="search"
      className="vault-search"
      aria-label={words.text("vault.journal.search")}
      placeholder={words.text("vault.journal.search")}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
  return (
    <Page tabs={tabs} activeTab="journal" tools={tools} hint={words.text("vault.journal.hint")}>
      {lines !== null && found.length === 0 ? (
        <EmptyState title={words.text("vault.journal.none")} text={words.text("vault.journal.none-text")} />
      ) : (
        <DataTable
          label={words.text("vault.tab.journal")}
          rows={found}
          rowKey={(line) => String(line.sequence)}
          columns={columns}
          exportName={words.text("vault.tab.journal")}
          height="calc(100vh - 220px)"
        />
      )}
    </Page>
  );
}

function useJournal(): readonly JournalLine[] | null {
  const workspace = useWorkspace();
  const [lines, setLines] = useState<readonly JournalLine[] | null>(null);
  useEffect(() => {
    let isHere = true;
    // The journal's line is written with the commit's other rows, a moment after the screen has them.
    void readJournal({ limit: LINES_SHOWN }).then((found) => isHere && setLines(found));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  return lines;
}

function search(words: Words, lines: readonly JournalLine[], text: string): readonly JournalLine[] {
  const wanted = text.trim().toLocaleLowerCase(words.locale);
  if (wanted === "") return lines;
  return lines.filter((line) => {
    const said = [
      words.say(line.label),
      kindText(words, line),
      touchedText(words, line),
      momentText(words, line.atMs),
    ];
    return said.join(" ").toLocaleLowerCase(words.locale).includes(wanted);
  });
}

function journalColumns(words: Words): readonly DataColumn<JournalLine>[] {
  return [
    {
      key: "sequence",
      title: words.text("vault.journal.sequence"),
      width: 90,
      align: "end",
      text: (line) => String(line.sequence),
      sortValue: (line) => line.sequence,
      exportValue: (line) => line.sequence,
    },
    {
      key: "at",
      title: words.text("vault.journal.at"),
      width: 190,
      text: (line) => momentText(words, line.atMs),
      sortValue: (line) => line.sequence,
    },
    {
      key: "kind",
      title: words.text("vault.journal.kind"),
      width: 90,
      text: (line) => kindText(words, line),
    },
    {
      key: "label",
      title: words.text("vault.journal.label"),
      width: 420,
      text: (line) => words.say(line.label),
    },
    {
      key: "touched",
      title: words.text("vault.journal.touched"),
      width: 280,
      text: (line) => touchedText(words, line),
    },
  ];
}

function kindText(words: Words, line: JournalLine): string {
  return words.text(`vault.journal.kind.${line.kind}`);
}

function touchedText(words: Words, line: JournalLine): string {
  const entries = Object.entries(line.touched) as readonly (readonly [TableName, number])[];
  return entries
    .map(([table, count]) => `${words.text(`vault.table.${table}`)} ${countText(words, count)}`)
    .join(" · ");
}
