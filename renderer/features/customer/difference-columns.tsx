import type { MessageParam } from "../../../core/base/message.ts";
import type { DifferenceLine } from "../../../core/customer/history/difference-line.ts";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { placeHref } from "../../platform/place.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { moneyColumn } from "./fact-columns.tsx";
import { ownerText } from "./owner-cell.tsx";

/** The place of a line's record. */
export function lineHref({ ref }: DifferenceLine): string {
  return placeHref("customer", ref.table, { id: ref.id });
}

/** What lines are shown by. */
export interface DifferenceColumnsInput {
  readonly words: Words;
  readonly workspace: Workspace;
  readonly index: OwnerIndex;
}

/** The columns of the list of changes; in files the change is the whole sentence. */
export function differenceColumns(input: DifferenceColumnsInput): readonly DataColumn<DifferenceLine>[] {
  const { words, workspace, index } = input;
  const { members, batches } = workspace.rows;
  const origin = ({ batchId, line }: DifferenceLine) => {
    const file = batches.get(batchId ?? "")?.fileName ?? "";
    return line === undefined ? file : words.text("customer.origin.file", { file, line });
  };
  const titleOf = (key: string) => words.text(`customer.difference.column.${key}`);
  return [
    {
      key: "kind",
      title: titleOf("kind"),
      width: 92,
      text: ({ kind }) => words.text(`customer.difference.kind.${kind}`),
    },
    {
      key: "record",
      title: titleOf("record"),
      width: 204,
      text: ({ label }) => label,
      render: (line) => (
        <a href={lineHref(line)} title={line.label}>
          {line.label}
        </a>
      ),
    },
    {
      key: "customer",
      title: words.text("customer.field.customer"),
      width: 164,
      text: ({ customer }) => customer,
    },
    {
      key: "owner",
      title: words.text("customer.field.owner"),
      width: 88,
      text: ({ owner }) => ownerText(owner, index, members) || words.text("base.unassigned"),
    },
    {
      key: "change",
      title: titleOf("change"),
      width: 200,
      text: (line) => changeText(words, line),
      exportValue: ({ sentence }) => words.say(sentence),
    },
    moneyColumn<DifferenceLine>("amount", words.text("customer.field.amount"), {
      words,
      amount: ({ amount }) => amount ?? undefined,
    }),
    {
      key: "origin",
      title: titleOf("origin"),
      width: 190,
      text: origin,
      render: (line) => <span title={origin(line)}>{origin(line)}</span>,
    },
  ];
}

/** "2026-12-01 → 2026-12-11, 10 days": what was there, what is there, and by how much. */
function changeText(words: Words, { before, after, days }: DifferenceLine): string {
  const sides = [before, after].flatMap((side) => (side === null ? [] : [paramText(words, side)]));
  const change = sides.join(" → ");
  return days === undefined ? change : words.text("customer.difference.by-days", { change, count: days });
}

function paramText(words: Words, param: MessageParam): string {
  if (typeof param !== "object") return String(param);
  if ("day" in param) return param.day;
  if ("period" in param) return words.period(param.period);
  return "key" in param ? words.say(param) : words.quantity(param, "full");
}
