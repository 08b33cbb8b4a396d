import { useState } from "react";
import { feedAddress } from "../../../core/vault/update/feed-address.ts";
import { UPDATE_SOURCES } from "../../../core/vault/update/update-state.ts";
import type { UpdateSourceKind, UpdateState } from "../../../core/vault/update/update-state.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { UpdatesView } from "./use-updates.ts";

export interface UpdateCardProps {
  readonly state: UpdateState;
  readonly updates: UpdatesView;
}

/** Where updates are looked for. An address counts when it is entered, a folder or file when it is chosen. */
export function UpdateSourceCard({ state, updates }: UpdateCardProps) {
  const words = useWords();
  const [wanted, setWanted] = useState<UpdateSourceKind | null>(null);
  const shown = wanted ?? state.source;
  const choose = (kind: UpdateSourceKind) => {
    setWanted(kind);
    if (kind === "off") updates.run((port) => port.choose({ source: "off" }));
    return null;
  };
  return (
    <section className="vault-card update-source">
      <h2>{words.text("vault.update.where")}</h2>
      <SelectField
        label={words.text("vault.update.source")}
        value={shown}
        options={UPDATE_SOURCES.map((kind) => ({
          value: kind,
          label: words.text(`vault.update.source.${kind}`),
        }))}
        onCommit={choose}
      />
      {shown === "off" && <p className="vault-quiet">{words.text("vault.update.off-text")}</p>}
      {shown === "feed" && <FeedField state={state} updates={updates} />}
      {(shown === "folder" || shown === "file") && (
        <ChosenPlace kind={shown} state={state} updates={updates} />
      )}
    </section>
  );
}

function FeedField({ state, updates }: UpdateCardProps) {
  const words = useWords();
  const commit = (typed: string) => {
    const address = feedAddress(typed);
    if (address === null) return words.text("vault.update.bad-address");
    updates.run((port) => port.choose({ source: "feed", address }));
    return null;
  };
  return (
    <TextField
      label={words.text("vault.update.address")}
      hint={words.text("vault.update.address-hint")}
      value={state.source === "feed" ? state.place : ""}
      onCommit={commit}
    />
  );
}

function ChosenPlace({ kind, state, updates }: UpdateCardProps & { readonly kind: "folder" | "file" }) {
  const words = useWords();
  return (
    <>
      {state.source === kind && (
        <dl className="vault-facts">
          <div>
            <dt>{words.text("vault.update.place")}</dt>
            <dd>{state.place}</dd>
          </div>
        </dl>
      )}
      <div className="update-steps">
        <Button onClick={() => updates.run((port) => port.choose({ source: kind }))}>
          {words.text(`vault.update.choose-${kind}`)}
        </Button>
      </div>
      <p className="vault-quiet">{words.text(`vault.update.${kind}-hint`)}</p>
    </>
  );
}
