import type { TypedRecord } from "../../../core/customer/typed-fields.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { momentText } from "./moment-text.ts";

/** Who wrote a field of a record: the manager, or which file on which line; `undefined` for a field that says nothing. */
export function useFieldOrigin(record: TypedRecord): (property: string) => string | undefined {
  const words = useWords();
  const { batches } = useWorkspace().rows;
  return (property) => {
    const writer = record.by?.[property] ?? record.batchId ?? "typed";
    const isMarked = record.by?.[property] !== undefined;
    if (!isMarked && (record as unknown as Record<string, unknown>)[property] === undefined) return undefined;
    if (writer === "typed") return words.text("customer.origin.typed");
    const file = batches.get(writer)?.fileName ?? writer;
    return writer === record.batchId && record.line !== undefined
      ? words.text("customer.origin.line", { file, line: record.line })
      : words.text("customer.origin.field", { file });
  };
}

/** Which file and line the record came from. */
export function RecordOrigin({ record }: { readonly record: TypedRecord }) {
  const words = useWords();
  const { batches } = useWorkspace().rows;
  const batch = record.batchId === undefined ? undefined : batches.get(record.batchId);
  const facts = [
    words.text(`customer.source.${record.source}`),
    record.sourceId === undefined ? undefined : words.text("customer.origin.id", { id: record.sourceId }),
    batch === undefined ? undefined : momentText(batch.at),
  ];
  return (
    <section className="record-origin">
      <h3>{words.text("customer.origin.title")}</h3>
      {batch !== undefined && (
        <p>{words.text("customer.origin.file", { file: batch.fileName, line: record.line ?? "" })}</p>
      )}
      <p className="quiet">{facts.filter((part) => part !== undefined).join(" · ")}</p>
    </section>
  );
}
