import { useState } from "react";
import type { UndoLine, UndoPlan } from "../../../core/customer/undo-import.ts";
import { fieldLabel } from "../../../core/customer/history/field-label.ts";
import type { Words } from "../../../core/words/words.ts";
import { recordHref } from "../../platform/record-place.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { takeBack, useUndoPlan } from "./use-undo-plan.ts";
import "./history.css";

const LISTS = ["reverted", "kept", "failed"] as const;
type List = (typeof LISTS)[number];

/** What taking an import back would do, in three lists; then it is done in one step that can itself be undone. */
export function UndoImportPanel(props: { readonly batchId: string; onDone(): void; onCancel(): void }) {
  const words = useWords();
  const planned = useUndoPlan(props.batchId);
  const { share, plan, problems } = planned;
  const [isBusy, setBusy] = useState(false);
  const takeBackNow = async () => {
    setBusy(true);
    const done = await takeBack(planned);
    setBusy(false);
    if (done.ok) props.onDone();
  };
  return (
    <section className="undo-panel">
      <h3>{words.text("customer.undo.title")}</h3>
      {problems.map(({ message }) => (
        <p key={message.key} role="alert" className="field-problem">
          {words.say(message)}
        </p>
      ))}
      {plan === null && problems.length === 0 && (
        <p role="status" className="quiet">
          {words.text("customer.undo.working", { percent: Math.round(share * 100) })}
        </p>
      )}
      {plan !== null && <UndoLists plan={plan} />}
      <footer className="undo-foot">
        <Button onClick={props.onCancel}>{words.text("base.cancel")}</Button>
        <Button kind="primary" disabled={plan === null || isBusy} onClick={() => void takeBackNow()}>
          {words.text("customer.undo.do")}
        </Button>
      </footer>
    </section>
  );
}

function UndoLists({ plan }: { readonly plan: UndoPlan }) {
  const words = useWords();
  const [wanted, show] = useState<List | null>(null);
  const shown = wanted ?? LISTS.find((list) => plan[list].length > 0) ?? "reverted";
  const file = plan.batch.fileName.replace(/\.\w+$/, "");
  return (
    <>
      <p className="quiet">{words.text("customer.undo.explain")}</p>
      <div className="undo-lists" role="group" aria-label={words.text("customer.undo.title")}>
        {LISTS.map((list) => (
          <Button key={list} pressed={list === shown} onClick={() => show(list)}>
            {words.text(`customer.undo.list.${list}`, { count: plan[list].length })}
          </Button>
        ))}
      </div>
      {plan[shown].length === 0 ? (
        <p className="quiet">{words.text(`customer.undo.none.${shown}`)}</p>
      ) : (
        <DataTable
          key={shown}
          label={words.text(`customer.undo.list.${shown}`, { count: plan[shown].length })}
          rows={plan[shown]}
          rowKey={(line) => `${line.table}/${line.id}`}
          columns={columnsOf(words, shown)}
          exportName={words.text("customer.undo.file", {
            list: words.text(`customer.undo.name.${shown}`),
            file,
          })}
          height={320}
        />
      )}
    </>
  );
}

function columnsOf(words: Words, list: List): readonly DataColumn<UndoLine>[] {
  const what = (line: UndoLine) => whatText(words, line);
  return [
    {
      key: "table",
      title: words.text("customer.undo.column.table"),
      width: 84,
      text: (line) => words.text(`vault.table.${line.table}`),
    },
    {
      key: "record",
      title: words.text("customer.undo.column.record"),
      width: 180,
      text: (line) => line.label,
      render: (line) => <RecordLink line={line} />,
    },
    {
      key: "what",
      title: words.text("customer.undo.column.what"),
      width: list === "reverted" ? 320 : 130,
      text: what,
      render: (line) => <span title={what(line)}>{what(line)}</span>,
    },
    ...(list === "reverted"
      ? []
      : [
          {
            key: "reason",
            title: words.text("customer.undo.column.reason"),
            width: 300,
            text: (line: UndoLine) => reasonText(words, line),
            render: (line: UndoLine) => (
              <span title={reasonText(words, line)}>{reasonText(words, line)}</span>
            ),
          },
        ]),
  ];
}

/** A record that is there can be looked at. */
function RecordLink({ line }: { readonly line: UndoLine }) {
  const href = line.act === "restored" ? null : recordHref({ table: line.table, id: line.id } as never);
  if (href === null) return line.label;
  return (
    <a href={href} title={line.label}>
      {line.label}
    </a>
  );
}

function whatText(words: Words, { act, fields }: UndoLine): string {
  if (act !== "fields") return words.text(`customer.undo.act.${act}`);
  const names = fields.flatMap((field) => {
    const label = fieldLabel(field);
    return label === null ? [] : [words.say(label)];
  });
  return (
    [...new Set(names)].join(words.text("customer.undo.comma")) || words.text("customer.undo.act.fields")
  );
}

function reasonText(words: Words, { reason }: UndoLine): string {
  return reason === undefined ? "" : words.say(reason);
}
