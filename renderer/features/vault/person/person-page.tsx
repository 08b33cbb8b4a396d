import { useState } from "react";
import type { MemberId } from "../../../../core/base/id.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SelectField } from "../../../ui/fields.tsx";
import { Page } from "../../../ui/page.tsx";
import type { PageTab } from "../../../ui/page.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { ExportPerson } from "./export-person.tsx";

/** One person's data: all of it handed out, and all of it erased. */
export function PersonPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const members = rowsOf(workspace, "members");
  const [chosen, setChosen] = useState<MemberId | "">("");
  const memberId = members.some(({ id }) => id === chosen) ? (chosen as MemberId) : null;
  const options = [
    { value: "" as const, label: words.text("vault.person.nobody") },
    ...members.map(({ id, name, employeeNumber }) => ({
      value: id,
      label: members.some((one) => one.id !== id && one.name === name)
        ? `${name} ${employeeNumber ?? id}`
        : name,
    })),
  ];
  return (
    <Page tabs={tabs} activeTab="person" hint={words.text("vault.person.hint")}>
      {members.length === 0 ? (
        <EmptyState title={words.text("vault.person.none")} text={words.text("vault.person.none-text")} />
      ) : (
        <div className="vault-settings">
          <SelectField<MemberId | "">
            label={words.text("vault.person.who")}
            value={memberId ?? ""}
            options={options}
            onCommit={(id) => {
              setChosen(id);
              return null;
            }}
          />
        </div>
      )}
      {memberId && (
        <div key={memberId} className="vault-columns">
          <ExportPerson memberId={memberId} />
          <ErasePerson memberId={memberId} />
        </div>
      )}
    </Page>
  );
}
