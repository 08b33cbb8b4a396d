import { isSame } from "../../../core/base/same.ts";
import { inOrder } from "../../../core/customer/match/compose-kept.ts";
import { sourceOrder } from "../../../core/customer/match/source-order.ts";
import { twinsByKept } from "../../../core/customer/match/twin-record.ts";
import type { Twin } from "../../../core/customer/records.ts";
import type { TypedRecord } from "../../../core/customer/typed-fields.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { placeWords } from "./match/match-fields.ts";
import { momentText } from "./moment-text.ts";

/** Who wrote a field of a record: the manager, or which file on which line, and whether another system says otherwise;
 * `undefined` for a field that says nothing, and for one that comes from the row that is named below as the record's own. */
export function useFieldOrigin(record: TypedRecord): (property: string) => string | undefined {
  const words = useWords();
  const workspace = useWorkspace();
  const { batches } = workspace.rows;
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const twins = twinsOf(workspace, record);
  const own = record.batchId ?? "typed";
  const originOf = (property: string) => {
    const writer = record.by?.[property] ?? own;
    if (writer === "typed") return words.text("customer.origin.typed");
    const file = batches.get(writer)?.fileName ?? writer;
    const twin = twins.find((one) => one.batchId === writer && isSame(one.said[property], values[property]));
    const line = twin?.line ?? (writer === record.batchId ? record.line : undefined);
    return line === undefined
      ? words.text("customer.origin.field", { file })
      : words.text("customer.origin.line", { file, line });
  };
  return (property) => {
    const writer = record.by?.[property];
    if (writer === undefined && values[property] === undefined) return undefined;
    if (twins.length === 0 && (writer ?? own) === own) return undefined;
    const isDisputed = twins.some(
      ({ said }) => said[property] !== undefined && !isSame(said[property], values[property]),
    );
    // Before the file's name, which may be long: what each says stands below.
    return isDisputed
      ? `${words.text("customer.match.says.differ")} · ${originOf(property)}`
      : originOf(property);
  };
}

/** What each system says of a matched record, in the order in which they are heard; none for one that stands in one. */
export function twinsOf(workspace: Workspace, record: TypedRecord): readonly Twin[] {
  const twins = twinsByKept(workspace).get(record.id);
  return twins ? inOrder(twins, record.id, sourceOrder(workspace)) : [];
}

/** Which files and lines the record came from. */
export function RecordOrigin({ record }: { readonly record: TypedRecord }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { batches } = workspace.rows;
  const twins = twinsOf(workspace, record);
  const speakers = twins.length > 0 ? twins : [record];
  return (
    <section className="record-origin">
      <h3>{words.text("customer.origin.title")}</h3>
      {speakers.map((speaker) => {
        const batch = speaker.batchId === undefined ? undefined : batches.get(speaker.batchId);
        const { source, sourceId } = speaker;
        const facts = [
          words.text(`customer.source.${source}`),
          sourceId === undefined ? undefined : words.text("customer.origin.id", { id: sourceId }),
          batch === undefined ? undefined : momentText(batch.at),
        ];
        return (
          <div key={speaker.id}>
            {batch !== undefined && <p>{placeWords(words, speaker, { batches })}</p>}
            <p className="quiet">{facts.filter((part) => part !== undefined).join(" · ")}</p>
          </div>
        );
      })}
    </section>
  );
}
