import type { ShareCount } from "../../../../core/vault/share/select-share.ts";
import type { ShareScope } from "../../../../core/vault/share/share-scope.ts";
import { useWords } from "../../../ui/words-context.tsx";
import { countText } from "../vault-text.ts";

/** What will go out and what will not, before anything is written. */
export function ShareCounts({
  counts,
  scope,
}: {
  readonly counts: readonly ShareCount[] | null;
  readonly scope: ShareScope;
}) {
  const words = useWords();
  const total = (of: (count: ShareCount) => number) =>
    (counts ?? []).reduce((sum, count) => sum + of(count), 0);
  const params = {
    out: countText(
      words,
      total(({ out }) => out),
    ),
    left: countText(
      words,
      total(({ left }) => left),
    ),
  };
  return (
    <section className="vault-card">
      <h2>{words.text("vault.share.preview")}</h2>
      <p role="status" className={counts ? "share-sum" : "vault-quiet"}>
        {counts ? words.text("vault.share.sum", params) : words.text("vault.share.counting")}
      </p>
      {reminders(scope).map((key) => (
        <p key={key} className="vault-quiet">
          {words.text(`vault.share.reminder.${key}`)}
        </p>
      ))}
      {counts && <CountTable counts={counts} />}
    </section>
  );
}

function CountTable({ counts }: { readonly counts: readonly ShareCount[] }) {
  const words = useWords();
  const shown = (count: number) => (count === 0 ? "—" : countText(words, count));
  return (
    <table className="vault-differences">
      <caption className="unseen">{words.text("vault.share.preview")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.text("vault.restore.table")}</th>
          <th scope="col">{words.text("vault.share.out")}</th>
          <th scope="col">{words.text("vault.share.along")}</th>
          <th scope="col">{words.text("vault.share.left")}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ table, out, along, left }) => (
          <tr key={table} className={out === 0 ? "vault-quiet" : undefined}>
            <th scope="row">{words.text(`vault.table.${table}`)}</th>
            <td>{shown(out)}</td>
            <td>{shown(along)}</td>
            <td>{shown(left)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a reader of the counts might not think of. */
function reminders({ masked, members, withPay, areas }: ShareScope): readonly string[] {
  const isPartial = members !== "all" && !masked;
  return [
    masked ? "masked" : null,
    isPartial ? "texts" : null,
    isPartial ? "ids" : null,
    withPay && !areas.includes("incentive") ? "pay-area" : null,
  ].filter((key): key is string => key !== null);
}
