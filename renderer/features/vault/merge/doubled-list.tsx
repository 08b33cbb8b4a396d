import { useWords } from "../../../ui/words-context.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { OpenMerge } from "../../../storage/merge.ts";
import { sourcesOf, titleText } from "./value-text.ts";

/** What would stand twice after the merge, both records by name. Nothing is drawn where there is none. */
export function DoubledList({ merge }: { readonly merge: OpenMerge }) {
  const words = useWords();
  const { doubled } = merge.plan;
  if (doubled.length === 0) return null;
  const sources = sourcesOf(merge);
  const title = words.text("vault.merge.doubled", { count: doubled.length });
  return (
    <section className="vault-card" aria-label={title}>
      <h2>{title}</h2>
      <p className="vault-quiet">{words.text("vault.merge.doubled.text")}</p>
      <DataTable
        label={title}
        rows={doubled}
        rowKey={({ table, id, otherId }) => `${table}/${id}/${otherId}`}
        height={Math.min(320, 80 + doubled.length * 40)}
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
            width: 320,
            text: (one) => titleText(words, sources, one),
          },
          {
            key: "other",
            title: words.text("vault.merge.column.other"),
            width: 320,
            text: ({ table, otherId }) => titleText(words, sources, { table, id: otherId }),
          },
        ]}
      />
    </section>
  );
}
