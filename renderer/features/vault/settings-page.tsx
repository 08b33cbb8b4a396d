import { message } from "../../../core/base/message.ts";
import { editSettings } from "../../../core/vault/edit-settings.ts";
import type { SettingsEdit } from "../../../core/vault/edit-settings.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { CheckField, SelectField, TextField } from "../../ui/fields.tsx";
import { LockSection } from "./lock-section.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";

const MONTHS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;

/** What holds for the whole workspace. Each field is saved when it is left, and can be undone. */
export function SettingsPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const settings = settingsOf(useWorkspace());
  const edit = (field: keyof SettingsEdit, change: SettingsEdit) => {
    const label = message("vault.settings.changed", { field: message(`vault.settings.${field}`) });
    return runFromField(words, label, (now) => editSettings(settingsOf(now), change));
  };
  const named = (field: string) => words.text(`vault.settings.${field}`);
  const hint = (field: string) => words.text(`vault.settings.${field}-hint`);
  const options = <T extends string>(field: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: words.text(`vault.settings.${field}.${value}`) }));
  return (
    <Page tabs={tabs} activeTab="settings" hint={words.text("vault.settings.hint")}>
      <div className="vault-settings">
        <TextField label={named("name")} value={settings.name} onCommit={(name) => edit("name", { name })} />
        <TextField
          label={named("currency")}
          hint={hint("currency")}
          value={settings.currency}
          disabled
          onCommit={() => null}
        />
        <SelectField
          label={named("fiscalStart")}
          hint={hint("fiscalStart")}
          value={String(settings.fiscalStart)}
          options={MONTHS.map((month) => ({ value: month, label: monthName(words.locale, Number(month)) }))}
          onCommit={(month) => edit("fiscalStart", { fiscalStart: Number(month) })}
        />
        <SelectField
          label={named("salesBasis")}
          hint={hint("salesBasis")}
          value={settings.salesBasis}
          options={options("salesBasis", ["won", "order", "paid"] as const)}
          onCommit={(salesBasis) => edit("salesBasis", { salesBasis })}
        />
        <SelectField
          label={named("newCustomerBy")}
          hint={hint("newCustomerBy")}
          value={settings.newCustomerBy}
          options={options("newCustomerBy", ["deal", "order"] as const)}
          onCommit={(newCustomerBy) => edit("newCustomerBy", { newCustomerBy })}
        />
        <TextField
          label={named("dutyLimit")}
          hint={hint("dutyLimit")}
          value={String(settings.dutyLimit)}
          onCommit={(text) => edit("dutyLimit", { dutyLimit: text.trim() === "" ? NaN : Number(text) })}
        />
        <CheckField
          label={named("leaderboards")}
          hint={hint("leaderboards")}
          value={settings.leaderboards !== false}
          onCommit={(leaderboards) => edit("leaderboards", { leaderboards })}
        />
      </div>
      <LockSection />
    </Page>
  );
}

function monthName(locale: string, month: number): string {
  const day = new Date(Date.UTC(2026, month - 1, 1));
  return new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(day);
}
