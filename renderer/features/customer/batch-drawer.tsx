import { useState } from "react";
import type { Batch } from "../../../core/customer/records.ts";
import { placeHref } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { BadRows } from "./import/bad-rows.tsx";
import { momentText } from "./moment-text.ts";
import { UndoImportPanel } from "./undo-import-panel.tsx";
import "./history.css";

/** One import: how the file was read, what came of its rows, and the way back. */
export function BatchDrawer({ batch, onClose }: { readonly batch: Batch; onClose(): void }) {
  const words = useWords();
  const [isUndoing, setUndoing] = useState(false);
  const facts = [
    ["customer.imports.at", momentText(batch.at)],
    ["customer.wizard.object", words.text(`customer.object.${batch.object}`)],
    ["customer.wizard.source", words.text(`customer.source.${batch.source}`)],
    ["customer.wizard.encoding", batch.encoding.toUpperCase()],
    ["customer.wizard.mode", words.text(`customer.wizard.mode.${batch.mode}`)],
    ...(["read", "added", "updated", "unchanged", "skipped", "bad"] as const).map((key) => [
      `customer.count.${key}`,
      String(batch.rows[key]),
    ]),
  ] as const;
  return (
    <Drawer
      open
      title={batch.fileName}
      onClose={onClose}
      width={720}
      footer={
        batch.undone || isUndoing ? undefined : (
          <>
            <a className="button chip" href={placeHref("customer", "imports/difference", { to: batch.id })}>
              {words.text("customer.difference.see")}
            </a>
            <Button onClick={() => setUndoing(true)}>{words.text("customer.undo.begin")}</Button>
          </>
        )
      }
    >
      {batch.undone && <UndoOutcome batch={batch} />}
      {isUndoing && !batch.undone ? (
        <UndoImportPanel
          batchId={batch.id}
          onCancel={() => setUndoing(false)}
          onDone={() => setUndoing(false)}
        />
      ) : (
        <>
          <dl className="batch-facts">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{words.text(label!)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {batch.bad.length > 0 && <BadRows batch={batch} height={360} />}
        </>
      )}
    </Drawer>
  );
}

/** When it was taken back and what came of it. */
function UndoOutcome({ batch }: { readonly batch: Batch }) {
  const words = useWords();
  const { at, reverted, kept, failed } = batch.undo ?? { at: null, reverted: 0, kept: 0, failed: 0 };
  if (at === null) return <p role="status">{words.text("customer.undo.undone")}</p>;
  return (
    <p role="status" className="undo-outcome">
      {words.text("customer.undo.outcome", { at: momentText(at), reverted, kept, failed })}
    </p>
  );
}
