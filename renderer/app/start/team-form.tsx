import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { FieldTheme } from "../../ui/field-theme.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { monthName } from "../frame/month-day.ts";
import type { TeamChoice } from "./begin.ts";

const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "TWD", "SGD", "GBP", "JPY"] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export interface TeamFormProps {
  readonly busy: boolean;
  onBack(): void;
  onCreate(choice: TeamChoice): void;
}

/** What an empty team must know: its name, its money, its year. Each has a default. */
export function TeamForm({ busy, onBack, onCreate }: TeamFormProps) {
  const words = useWords();
  const [name, setName] = useState(words.text("app.first.name.default"));
  const [currency, setCurrency] = useState<string>(words.locale === "en" ? "USD" : "CNY");
  const [fiscalStart, setFiscalStart] = useState("1");
  const [problem, setProblem] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setProblem(name.trim() === "");
    if (name.trim() !== "") onCreate({ name: name.trim(), currency, fiscalStart: Number(fiscalStart) });
  };
  const currencyName = new Intl.DisplayNames(words.locale, { type: "currency" });
  return (
    <FieldTheme>
      <form className="team-form" onSubmit={submit}>
        <TextField
          label={words.text("app.first.name")}
          value={name}
          autoFocus
          onType={setName}
          onCommit={(text) => {
            setName(text);
            return null;
          }}
        />
        {problem && (
          <p className="field-problem" role="alert">
            {words.text("app.first.name.missing")}
          </p>
        )}
        <SelectField
          label={words.text("app.first.currency")}
          value={currency}
          options={CURRENCIES.map((code) => ({
            value: code,
            label: `${currencyName.of(code) ?? code} · ${code}`,
          }))}
          onCommit={(code) => {
            setCurrency(code);
            return null;
          }}
        />
        <SelectField
          label={words.text("app.first.fiscal")}
          hint={words.text("app.first.fiscal.hint")}
          value={fiscalStart}
          options={MONTHS.map((month) => ({ value: String(month), label: monthName(words.locale, month) }))}
          onCommit={(month) => {
            setFiscalStart(month);
            return null;
          }}
        />
        <div className="team-form-foot">
          <button type="submit" className="button primary" aria-disabled={busy || undefined}>
            {words.text(busy ? "app.first.opening" : "app.first.create")}
          </button>
          <Button onClick={onBack}>{words.text("app.first.back")}</Button>
        </div>
      </form>
    </FieldTheme>
  );
}
