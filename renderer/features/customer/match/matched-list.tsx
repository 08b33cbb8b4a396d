import { useMemo } from "react";
import type { MatchVerdict, Twin, TwinTable } from "../../../../core/customer/records.ts";
import { factById, factsOf, rowsOf } from "../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { DataColumn } from "../../../ui/data-table.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { textColumn } from "../fact-columns.tsx";
import { askAgain, takeApart } from "./match-actions.ts";
import { placeWords } from "./match-fields.ts";
import { pairName } from "./match-queue.tsx";

const HEIGHT = "calc(100dvh - 240px)";

/** What has been matched, with the way back. */
export function MatchedList({ table }: { readonly table: TwinTable | "all" }) {
  const words = useWords();
  const workspace = useWorkspace();
  const rows = useMemo(
    () => matchedTwins(workspace).filter((twin) => table === "all" || twin.table === table),
    [workspace, table],
  );
  const columns = useMemo(
    (): readonly DataColumn<Twin>[] => [
      kindColumn<Twin>(words.text("customer.match.table"), (twin) => object(twin.table)),
      textColumn("kept", words.text("customer.match.counted-as"), {
        width: 250,
        text: (twin) => pairName(workspace, { table: twin.table, ids: [twin.keptId, twin.id] }),
      }),
      textColumn("twin", words.text("customer.match.twin"), { width: 250, text: (twin) => twin.name }),
      textColumn("source", words.text("customer.wizard.source"), {
        width: 100,
        text: (twin) => words.text(`customer.source.${twin.source}`),
      }),
      textColumn("place", words.text("customer.origin.title"), {
        width: 220,
        text: (twin) => placeWords(words, twin, { batches: workspace.rows.batches }),
      }),
      actColumn<Twin>(words.text("customer.match.act"), {
        label: words.text("customer.match.unmatch"),
        run: (twin) => void takeApart(twin),
      }),
    ],
    // oxlint-disable-next-line react/exhaustive-deps
    [words, workspace],
  );
  const object = (of: TwinTable) => words.text(`customer.object.${of}`);
  if (rows.length === 0) return <p className="quiet">{words.text("customer.match.empty.matched")}</p>;
  return (
    <DataTable
      label={words.text("customer.tab.match")}
      rows={rows}
      rowKey={(twin) => twin.id}
      columns={columns}
      exportName={words.text("customer.tab.match")}
      height={HEIGHT}
    />
  );
}

/** Pairs that were called different, and the way to ask again. */
export function DifferentList() {
  const words = useWords();
  const workspace = useWorkspace();
  const rows = rowsOf(workspace, "matchVerdicts");
  const columns = useMemo((): readonly DataColumn<MatchVerdict>[] => {
    const name = (verdict: MatchVerdict, at: 0 | 1) => {
      const id = verdict.ids[at];
      return pairName(workspace, { table: verdict.table, ids: [id, id] });
    };
    const side = (at: 0 | 1) =>
      textColumn<MatchVerdict>(`name${at}`, words.text("customer.field.name"), {
        width: 280,
        text: (verdict) => name(verdict, at),
      });
    return [
      kindColumn<MatchVerdict>(words.text("customer.match.table"), (verdict) =>
        words.text(`customer.object.${verdict.table}`),
      ),
      side(0),
      side(1),
      textColumn("on", words.text("customer.match.on"), { width: 120, text: (verdict) => verdict.on }),
      actColumn<MatchVerdict>(words.text("customer.match.act"), {
        label: words.text("customer.match.again"),
        run: (verdict) => void askAgain(verdict, name(verdict, 0)),
      }),
    ];
  }, [words, workspace]);
  if (rows.length === 0) return <p className="quiet">{words.text("customer.match.empty.different")}</p>;
  return (
    <DataTable
      label={words.text("customer.match.different")}
      exportName={words.text("customer.match.different")}
      rows={rows}
      rowKey={(verdict) => verdict.id}
      columns={columns}
      height={HEIGHT}
    />
  );
}

/** Twins other than the kept records' own rows. */
export function matchedTwins(workspace: Workspace): readonly Twin[] {
  return factsOf(workspace, "twins").filter(
    (twin) => twin.id !== twin.keptId && factById(workspace, twin.table, twin.keptId) !== undefined,
  );
}

function kindColumn<Row>(title: string, text: (row: Row) => string): DataColumn<Row> {
  return textColumn("kind", title, { width: 84, text });
}

function actColumn<Row>(
  title: string,
  act: { readonly label: string; run(row: Row): void },
): DataColumn<Row> {
  return {
    key: "act",
    title,
    width: 120,
    text: () => "",
    render: (row) => (
      <Button kind="link" onClick={() => act.run(row)}>
        {act.label}
      </Button>
    ),
  };
}
