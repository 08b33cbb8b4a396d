import type { OwnerFinding } from "../../../core/customer/declared-owners.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { textColumn } from "./fact-columns.tsx";

/** Where the responsibility matrix and the book name different owners; a row opens the record or the member. */
export function OwnerFindingsTable({ rows }: { readonly rows: readonly OwnerFinding[] }) {
  const words = useWords();
  const columns = [
    textColumn<OwnerFinding>("code", words.text("customer.declared.what"), {
      width: 150,
      text: (row) => words.text(`customer.declared.${row.code}`),
    }),
    textColumn<OwnerFinding>("name", words.text("customer.declared.where"), {
      width: 240,
      text: (row) => row.name,
    }),
    textColumn<OwnerFinding>("owner", words.text("customer.declared.owner"), {
      width: 140,
      text: (row) => row.owner,
    }),
    textColumn<OwnerFinding>("why", words.text("customer.declared.why"), {
      width: 380,
      text: (row) =>
        words.text(`customer.declared.why.${row.code}`, {
          other: row.other,
          count: row.count,
        }),
    }),
  ];
  return (
    <DataTable
      label={words.text("customer.declared.title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      onOpen={({ ref }) =>
        goTo(
          ref.table === "members"
            ? placeHref("team", `members/${encodeURIComponent(ref.id)}`)
            : placeHref("customer", ref.table, { id: ref.id }),
        )
      }
      exportName={words.text("customer.declared.title")}
      height="calc(100dvh - 290px)"
    />
  );
}
