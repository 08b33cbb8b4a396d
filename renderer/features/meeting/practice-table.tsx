import { useMemo } from "react";
import { explainUses } from "../../../core/meeting/practices/explain-uses.ts";
import { authorOf } from "../../../core/meeting/practices/edit-practices.ts";
import { excerpt } from "../../../core/meeting/practices/mark-hits.ts";
import type { PracticeHit } from "../../../core/meeting/practices/search-practices.ts";
import type { Practice } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MarkedText } from "./marked-text.tsx";
import { dealName } from "./practice-commands.ts";

/** So much of a text shows in a row. */
const EXCERPT_LENGTH = 60;

/** The library as a table; what was looked for is marked, and the part of the text that holds it shows. */
export function PracticeTable({
  hits,
  onOpen,
}: {
  readonly hits: readonly PracticeHit[];
  onOpen(id: string): void;
}) {
  const words = useWords();
  const { members } = useWorkspace().rows;
  const columns = useMemo(() => columnsOf(words, members), [words, members]);
  const name = words.text("meeting.tab.practices");
  return (
    <DataTable
      label={name}
      rows={hits}
      rowKey={({ practice }) => practice.id}
      columns={columns}
      onOpen={({ practice }) => onOpen(practice.id)}
      exportName={name}
      height="max(260px, calc(100dvh - 430px))"
    />
  );
}

function columnsOf(
  words: Words,
  members: ReadonlyMap<string, { readonly name: string }>,
): readonly DataColumn<PracticeHit>[] {
  const comma = words.text("meeting.practice.comma");
  const line = (
    key: string,
    of: { readonly title: string; readonly width: number; text(practice: Practice): string },
  ): DataColumn<PracticeHit> => ({
    key,
    title: of.title,
    width: of.width,
    text: ({ practice }) => of.text(practice),
    render: ({ practice, terms }) => <MarkedText text={of.text(practice)} terms={terms} />,
  });
  const field = (key: string) => words.text(`meeting.practice.field.${key}`);
  return [
    line("title", {
      title: words.text("meeting.practice.column.title"),
      width: 236,
      text: (one) => one.title,
    }),
    {
      key: "text",
      title: words.text("meeting.practice.column.text"),
      width: 238,
      text: ({ practice }) => whole(practice),
      render: ({ practice, terms }) => (
        <span className="quiet">
          <MarkedText text={excerptOf(practice, terms)} terms={terms} />
        </span>
      ),
    },
    line("stage", { title: field("stage"), width: 92, text: (one) => one.stage }),
    line("industry", { title: field("industry"), width: 88, text: (one) => one.industry }),
    line("tags", { title: field("tags"), width: 116, text: (one) => one.tags.join(comma) }),
    line("author", { title: field("author"), width: 76, text: (one) => authorOf(one, members) }),
    line("on", { title: field("on"), width: 108, text: (one) => one.on }),
    {
      key: "uses",
      title: words.text("meeting.practice.column.uses"),
      width: 76,
      align: "end",
      text: ({ practice }) => String(practice.uses.length),
      sortValue: ({ practice }) => practice.uses.length,
      exportValue: ({ practice }) => practice.uses.length,
      render: ({ practice }) => (
        <Figure
          quantity={{ unit: "count", value: practice.uses.length }}
          explain={() => explainUses(practice, dealName)}
        />
      ),
    },
  ];
}

function whole({ situation, action, result }: Practice): string {
  return [situation, action, result].filter((part) => part.trim() !== "").join("\n");
}

/** The text that holds what was looked for, else what was done. */
function excerptOf(practice: Practice, terms: readonly string[]): string {
  const { situation, action, result } = practice;
  const texts = [action, situation, result].filter((part) => part.trim() !== "");
  const holding = texts.find((text) => terms.some((term) => text.toLowerCase().includes(term)));
  return excerpt(holding ?? texts[0] ?? "", terms, EXCERPT_LENGTH);
}
