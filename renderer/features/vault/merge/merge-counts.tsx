import { bringsSealed } from "../../../../core/vault/merge/brings-sealed.ts";
import { isEmptyPlan } from "../../../../core/vault/merge/plan-merge.ts";
import type { OpenMerge } from "../../../storage/merge.ts";
import { useWords } from "../../../ui/words-context.tsx";
import { countText, momentText } from "../vault-text.ts";

/** What the file is, and how many records of each table the merge adds, changes and removes. */
export function MergeCounts({ merge, isStale }: { readonly merge: OpenMerge; readonly isStale: boolean }) {
  const words = useWords();
  const { plan, file, name } = merge;
  const atMs = Date.parse(file.head.at);
  const at = Number.isNaN(atMs) ? file.head.at : momentText(words, atMs);
  const isSealed = bringsSealed(plan);
  const rows = [...plan.counts].filter(([table]) => table !== "batchChanges");
  return (
    <section className="vault-card" aria-label={words.text("vault.merge.preview")}>
      <h2>{words.text("vault.merge.file", { file: name, at })}</h2>
      {merge.forgotten > 0 && (
        <p className="tone-behind">▼ {words.text("vault.person.forgotten", { count: merge.forgotten })}</p>
      )}
      {isStale && <p className="tone-behind">▼ {words.text("vault.merge.stale")}</p>}
      {isEmptyPlan(plan) ? (
        <p>{words.text(plan.refused.length > 0 ? "vault.merge.nothing-but" : "vault.merge.nothing")}</p>
      ) : (
        <p className={isSealed ? "tone-behind" : "vault-quiet"}>
          {isSealed && "▼ "}
          {words.text(isSealed ? "vault.merge.kept-first-sealed" : "vault.merge.kept-first")}
        </p>
      )}
      {rows.length > 0 && (
        <table className="vault-differences merge-counts">
          <thead>
            <tr>
              <th scope="col">{words.text("vault.restore.table")}</th>
              {(["added", "changed", "removed"] as const).map((kind) => (
                <th scope="col" key={kind}>
                  {words.text(`vault.merge.count.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([table, { added, changed, removed }]) => (
              <tr key={table}>
                <th scope="row">{words.text(`vault.table.${table}`)}</th>
                {[added, changed, removed].map((count, index) => (
                  <td key={index} className={count === 0 ? "vault-quiet" : undefined}>
                    {countText(words, count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
