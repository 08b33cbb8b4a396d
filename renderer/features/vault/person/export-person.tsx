import { useMemo, useState } from "react";
import { message } from "../../../../core/base/message.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { failureMessage } from "../../../../core/bridge/failure.ts";
import { personTables } from "../../../../core/vault/person/person-tables.ts";
import { currentPlatform } from "../../../platform/current-platform.ts";
import { notify } from "../../../storage/notice-store.ts";
import { useView } from "../../../storage/view-store.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { renderBook } from "../../../worker/book-client.ts";
import { countText } from "../vault-text.ts";

/** All that the workspace knows of a person, by table, as a file that they can read. */
export function ExportPerson({ memberId }: { readonly memberId: MemberId }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today } = useView();
  const [busy, setBusy] = useState(false);
  const tables = useMemo(() => personTables(workspace, memberId), [workspace, memberId]);
  const person = workspace.rows.members.get(memberId)?.name ?? "";
  const title = words.text("vault.person.file", { name: person });
  const named = tables.map((table) => ({ ...table, name: words.text(`vault.table.${table.table}`) }));
  const json = () => {
    const data = named.map(({ table, name, records }) => ({ table, name, records }));
    const text = JSON.stringify({ format: "jiugong-person", person, on: today, data }, null, 2);
    return Promise.resolve(new TextEncoder().encode(text));
  };
  const xlsx = async () => {
    const sheets = named.map(({ name, columns, rows }) => ({ name, columns, rows }));
    const made = await renderBook({ title, tables: sheets });
    if (!made.ok) throw new Error(made.error);
    return made.value;
  };
  const save = async (extension: "json" | "xlsx") => {
    setBusy(true);
    try {
      const bytes = await (extension === "json" ? json() : xlsx());
      const kind = { label: words.text("vault.person.kind"), extensions: [extension] };
      const saved = await currentPlatform().saveFile(`${title} ${today}.${extension}`, bytes, kind);
      if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
      else if (saved.value) notify({ tone: "done", message: message("vault.person.saved", saved.value) });
    } catch {
      notify({ tone: "failure", message: message("vault.person.failed") });
    }
    setBusy(false);
  };
  return (
    <section className="vault-card">
      <h2>{words.text("vault.person.export")}</h2>
      <p className="vault-quiet">{words.text("vault.person.export-text")}</p>
      <dl className="vault-facts">
        {named.map(({ table, name, records }) => (
          <div key={table}>
            <dt>{name}</dt>
            <dd>{countText(words, records.length)}</dd>
          </div>
        ))}
      </dl>
      <div className="vault-check">
        <Button kind="primary" disabled={busy} onClick={() => void save("xlsx")}>
          {words.text("vault.person.xlsx")}
        </Button>
        <Button disabled={busy} onClick={() => void save("json")}>
          {words.text("vault.person.json")}
        </Button>
      </div>
    </section>
  );
}
