import { isSame } from "../../../../core/base/same.ts";
import { TWIN_TABLES } from "../../../../core/customer/records.ts";
import type { Twin, TwinTable } from "../../../../core/customer/records.ts";
import type { TypedRecord, TypedTable } from "../../../../core/customer/typed-fields.ts";
import { useWorkspace } from "../../../storage/workspace-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { recordName } from "../book-commands.ts";
import { twinsOf } from "../record-origin.tsx";
import { takeWord } from "./match-actions.ts";
import { MATCH_FIELDS, fieldWords, placeWords } from "./match-fields.ts";
import type { MatchField } from "./match-fields.ts";
import "./match.css";

/** Where the systems say different things of a matched record: each one's word with its file and line, and which to take. */
export function SystemWords({ table, record }: { readonly table: TypedTable; readonly record: TypedRecord }) {
  const words = useWords();
  const workspace = useWorkspace();
  const twins = twinsOf(workspace, record);
  if (twins.length === 0 || !isTwinTable(table)) return null;
  const differing = MATCH_FIELDS[table].filter(({ key }) => isDisputed(twins, record, key));
  return (
    <section className="record-origin system-words">
      <h3>{words.text("customer.match.says.title")}</h3>
      {differing.length === 0 && <p className="quiet">{words.text("customer.match.says.agree")}</p>}
      {differing.map((field) => (
        <FieldWords key={field.key} field={field} record={record} twins={twins} />
      ))}
    </section>
  );
}

function isTwinTable(table: TypedTable): table is TypedTable & TwinTable {
  return (TWIN_TABLES as readonly TypedTable[]).includes(table);
}

function FieldWords(props: {
  readonly field: MatchField;
  readonly record: TypedRecord;
  readonly twins: readonly Twin[];
}) {
  const { field, record, twins } = props;
  const words = useWords();
  const { batches } = useWorkspace().rows;
  const label = words.text(`customer.field.${field.label}`);
  return (
    <dl>
      <dt>{label}</dt>
      {twins
        .filter(({ said }) => said[field.key] !== undefined)
        .map((twin) => {
          const source = words.text(`customer.source.${twin.source}`);
          const isTaken = isSame(twin.said[field.key], valueOf(record, field.key));
          return (
            <dd key={twin.id} className={isTaken ? "taken" : undefined}>
              <span>{fieldWords(words, field.key, twin.said[field.key])}</span>
              <small>
                {source} · {placeWords(words, twin, { batches, field: field.key })}
              </small>
              {!isTaken && (
                <Button
                  kind="link"
                  label={words.text("customer.match.says.take-of", { field: label, source })}
                  onClick={() =>
                    void takeWord(
                      { keptId: record.id, twin, field: field.key },
                      { name: recordName(record), label: field.label },
                    )
                  }
                >
                  {words.text("customer.match.says.take")}
                </Button>
              )}
            </dd>
          );
        })}
    </dl>
  );
}

function isDisputed(twins: readonly Twin[], record: TypedRecord, key: string): boolean {
  return twins.some(({ said }) => said[key] !== undefined && !isSame(said[key], valueOf(record, key)));
}

function valueOf(record: TypedRecord, key: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[key];
}
