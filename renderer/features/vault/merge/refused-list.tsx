import { DataTable } from "../../../ui/data-table.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import type { OpenMerge } from "../../../storage/merge.ts";
import { sourcesOf, titleText } from "./value-text.ts";

/** What a lock or an approval keeps out, with the reason. Nothing is drawn where there is none. */
export function RefusedList({ merge }: { readonly merge: OpenMerge }) {
  const words = useWords();
  const { refused } = merge.plan;
  if (refused.length === 0) return null;
  const sources = sourcesOf(merge);
  return (
    <section className="vault-card">
      <h2>{words.text("vault.merge.refused", { count: refused.length })}</h2>
      <DataTable
        label={words.text("vault.merge.refused", { count: refused.length })}
        rows={refused}
        rowKey={({ table, id }) => `${table}/${id}`}
        height={Math.min(320, 80 + refused.length * 40)}
        columns={[
          {
            key: "table",
            title: words.text("vault.restore.table"),
            width: 140,
            text: ({ table }) => words.text(`vault.table.${table}`),
          },
          {
            key: "name",
            title: words.text("vault.merge.column.record"),
            width: 240,
            text: (one) => titleText(words, sources, one),
          },
          {
            key: "side",
            title: words.text("vault.merge.column.side"),
            width: 100,
            text: ({ side }) => words.text(`vault.merge.side.${side}`),
          },
          {
            key: "reason",
            title: words.text("vault.merge.column.reason"),
            width: 520,
            text: ({ reason }) => words.say(reason),
          },
        ]}
      />
    </section>
  );
}
