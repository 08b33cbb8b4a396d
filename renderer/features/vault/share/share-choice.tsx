import type { ReactNode } from "react";
import type { Period } from "../../../../core/base/period.ts";
import { SHARE_AREAS } from "../../../../core/vault/share/share-scope.ts";
import { rowsOf } from "../../../../core/vault/workspace.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { CheckField, DayField, SelectField } from "../../../ui/fields.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import type { ShareDraft } from "./share-draft.ts";

export interface ShareChoiceProps {
  readonly draft: ShareDraft;
  readonly period: Period;
  onChange(change: Partial<ShareDraft>): void;
}

/** Whose records, of which areas and days, and what is held back. */
export function ShareChoice({ draft, period, onChange }: ShareChoiceProps) {
  const words = useWords();
  const options = <T extends string>(field: string, values: readonly T[]) =>
    values.map((value) => ({
      value,
      label: words.text(`vault.share.${field}.${value}`, { period: { period: period.id } }),
    }));
  const check = (field: "withPay" | "masked" | "withNotes") => (
    <CheckField
      label={words.text(`vault.share.${field}`)}
      hint={words.text(`vault.share.${field}-hint`)}
      disabled={field === "withNotes" && draft.masked}
      value={draft[field] && !(field === "withNotes" && draft.masked)}
      onCommit={(value) => take({ [field]: value })}
    />
  );
  const take = (change: Partial<ShareDraft>) => {
    onChange(change);
    return null;
  };
  return (
    <section className="vault-card">
      <h2>{words.text("vault.share.choose")}</h2>
      <SelectField<ShareDraft["who"]>
        label={words.text("vault.share.who")}
        value={draft.who}
        options={options("who", ["all", "some"])}
        onCommit={(who) => take({ who })}
      />
      {draft.who === "some" && <People draft={draft} onChange={onChange} />}
      <Checks legend={words.text("vault.share.areas")} hint={words.text("vault.share.areas-hint")}>
        {SHARE_AREAS.map((area) => (
          <CheckField
            key={area}
            label={words.text(`vault.share.area.${area}`)}
            value={draft.areas.includes(area)}
            onCommit={() => take({ areas: turned(draft.areas, area) })}
          />
        ))}
      </Checks>
      <SelectField<ShareDraft["when"]>
        label={words.text("vault.share.when")}
        value={draft.when}
        options={options("when", ["all", "period", "days"])}
        onCommit={(when) => take({ when })}
      />
      {draft.when === "days" && (
        <div className="share-days">
          <DayField
            label={words.text("vault.share.from")}
            value={draft.from}
            onCommit={(from) => take({ from })}
          />
          <DayField
            label={words.text("vault.share.until")}
            value={draft.until}
            onCommit={(until) => take({ until })}
          />
        </div>
      )}
      {check("withPay")}
      {check("withNotes")}
      {check("masked")}
    </section>
  );
}

function People({ draft, onChange }: Pick<ShareChoiceProps, "draft" | "onChange">) {
  const words = useWords();
  const workspace = useWorkspace();
  return (
    <>
      <Checks legend={words.text("vault.share.groups")} hint={words.text("vault.share.groups-hint")}>
        {rowsOf(workspace, "groups").map(({ id, name }) => (
          <CheckField
            key={id}
            label={words.locale === "en" && name.en !== "" ? name.en : name.zh}
            value={draft.groups.includes(id)}
            onCommit={() => {
              onChange({ groups: turned(draft.groups, id) });
              return null;
            }}
          />
        ))}
      </Checks>
      <Checks legend={words.text("vault.share.members")}>
        {rowsOf(workspace, "members").map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            value={draft.members.includes(id)}
            onCommit={() => {
              onChange({ members: turned(draft.members, id) });
              return null;
            }}
          />
        ))}
      </Checks>
    </>
  );
}

function Checks(props: { readonly legend: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <fieldset className="share-checks">
      <legend>{props.legend}</legend>
      {props.hint !== undefined && <p className="vault-quiet">{props.hint}</p>}
      <div>{props.children}</div>
    </fieldset>
  );
}

function turned<T>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
