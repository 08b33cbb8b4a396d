import { useMemo, useState } from "react";
import { stampMs } from "../../../../core/base/stamp.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { fieldName } from "../../../../core/vault/merge/field-name.ts";
import type { Side } from "../../../../core/vault/merge/join-record.ts";
import { choiceOf } from "../../../../core/vault/merge/choice-of.ts";
import type { MergeChoices } from "../../../../core/vault/merge/choice-of.ts";
import type { MergeConflict } from "../../../../core/vault/merge/plan-merge.ts";
import type { Words } from "../../../../core/words/words.ts";
import type { OpenMerge } from "../../../storage/merge.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { DataColumn } from "../../../ui/data-table.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { sourcesOf, titleText, valueTexts } from "./value-text.ts";

/** A conflict as its row says it. */
interface Row {
  readonly conflict: MergeConflict;
  readonly record: string;
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
  /** When each side said it; "" where that is not known or says nothing. */
  readonly at: Readonly<Record<Side, string>>;
  /** Why the other side is no choice. */
  readonly fixed?: string;
}

/** The conflicts side by side, each with the proposed side chosen; Enter on a row takes the other one. */
export function ConflictTable(props: {
  readonly merge: OpenMerge;
  readonly choices: MergeChoices;
  onChoose(choices: MergeChoices): void;
}) {
  const { merge, choices, onChoose } = props;
  const words = useWords();
  const rows = useMemo(() => conflictRows(words, merge), [words, merge]);
  const [text, setText] = useState("");
  const [table, setTable] = useState("all");
  const wanted = text.trim().toLocaleLowerCase(words.locale);
  const shown = rows.filter(
    ({ conflict, at: _at, ...said }) =>
      (table === "all" || conflict.table === table) &&
      (wanted === "" || Object.values(said).join("\n").toLocaleLowerCase(words.locale).includes(wanted)),
  );
  if (rows.length === 0) return null;
  const chosen = (conflict: MergeConflict) => choiceOf(conflict, choices);
  const choose = (side: Side | "proposed", conflicts: readonly MergeConflict[]) => {
    const next = new Map(choices);
    for (const { key, proposed } of conflicts) next.set(key, side === "proposed" ? proposed : side);
    onChoose(next);
  };
  const columns = conflictColumns(words, { chosen, choose });
  const tables = [...new Set(rows.map(({ conflict }) => conflict.table))];
  const all = shown.map(({ conflict }) => conflict);
  return (
    <section className="vault-card" aria-label={words.text("vault.merge.conflicts", { count: rows.length })}>
      <h2>{words.text("vault.merge.conflicts", { count: rows.length })}</h2>
      <div className="merge-tools">
        <Button onClick={() => choose("mine", all)}>{words.text("vault.merge.all-mine")}</Button>
        <Button onClick={() => choose("theirs", all)}>{words.text("vault.merge.all-theirs")}</Button>
        <Button onClick={() => choose("proposed", all)}>{words.text("vault.merge.all-proposed")}</Button>
        <Choice
          label={words.text("vault.restore.table")}
          value={table}
          options={[
            { value: "all", label: words.text("vault.merge.all-tables") },
            ...tables.map((one) => ({ value: one as string, label: words.text(`vault.table.${one}`) })),
          ]}
          onChange={setTable}
        />
        <input
          type="search"
          className="vault-search"
          aria-label={words.text("vault.merge.search")}
          placeholder={words.text("vault.merge.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <DataTable
        label={words.text("vault.merge.conflicts", { count: rows.length })}
        rows={shown}
        rowKey={({ conflict }) => conflict.key}
        columns={columns}
        onOpen={({ conflict }) => choose(chosen(conflict) === "mine" ? "theirs" : "mine", [conflict])}
        height={Math.min(520, 90 + shown.length * 40)}
      />
    </section>
  );
}

interface Choosing {
  chosen(conflict: MergeConflict): Side;
  choose(side: Side, conflicts: readonly MergeConflict[]): void;
}

function conflictColumns(words: Words, by: Choosing): readonly DataColumn<Row>[] {
  return [
    {
      key: "table",
      title: words.text("vault.restore.table"),
      width: 100,
      text: ({ conflict }) => words.text(`vault.table.${conflict.table}`),
    },
    {
      key: "record",
      title: words.text("vault.merge.column.record"),
      width: 130,
      text: ({ record }) => record,
    },
    { key: "field", title: words.text("vault.merge.column.field"), width: 105, text: ({ field }) => field },
    sideColumn(words, by, "mine"),
    sideColumn(words, by, "theirs"),
    {
      key: "choice",
      title: words.text("vault.merge.column.choice"),
      width: 130,
      text: ({ conflict }) => words.text(`vault.merge.side.${by.chosen(conflict)}`),
      render: ({ conflict, record, field, fixed }) => (
        <span className="merge-choice">
          {(["mine", "theirs"] as const).map((which) => (
            <Button
              key={which}
              pressed={by.chosen(conflict) === which}
              disabled={fixed !== undefined && by.chosen(conflict) !== which}
              title={by.chosen(conflict) === which ? undefined : fixed}
              label={words.text("vault.merge.take", {
                side: words.text(`vault.merge.side.${which}`),
                record,
                field,
              })}
              onClick={() => by.choose(which, [conflict])}
            >
              {words.text(`vault.merge.side.${which}`)}
            </Button>
          ))}
        </span>
      ),
    },
  ];
}

/** What one side has and since when, the chosen one in bold; what does not fit is told under the pointer. */
function sideColumn(words: Words, by: Choosing, side: Side): DataColumn<Row> {
  const text = (row: Row) => (row.at[side] === "" ? row[side] : `${row[side]} · ${row.at[side]}`);
  return {
    key: side,
    title: words.text(`vault.merge.side.${side}`),
    width: 275,
    text,
    render: (row) => (
      <span className="merge-side" title={text(row)}>
        <span className={by.chosen(row.conflict) === side ? "merge-taken" : "merge-left"}>{row[side]}</span>
        <span className="merge-at">{row.at[side]}</span>
      </span>
    ),
  };
}

function conflictRows(words: Words, merge: OpenMerge): readonly Row[] {
  const sources = sourcesOf(merge);
  return merge.plan.conflicts.map((conflict): Row => {
    const record = titleText(words, sources, conflict);
    const other = conflict.fixedBy && titleText(words, sources, conflict.fixedBy);
    if (conflict.kind === "removed") {
      const { removedBy, removedAt, changedAt } = conflict.saved;
      const gone = words.text("vault.merge.was-removed");
      const there =
        other === undefined
          ? words.text("vault.merge.was-changed")
          : words.text("vault.merge.needed-by", { record: other });
      const [mine, theirs] = removedBy === "mine" ? [gone, there] : [there, gone];
      const goneAt = timeText(words, removedAt);
      const thereAt = other === undefined ? timeText(words, changedAt) : "";
      const at = removedBy === "mine" ? { mine: goneAt, theirs: thereAt } : { mine: thereAt, theirs: goneAt };
      const row = { conflict, record, field: words.text("vault.merge.whole-record"), mine, theirs, at };
      return other === undefined
        ? row
        : { ...row, fixed: words.text("vault.merge.fixed", { record: other }) };
    }
    const row = { conflict, record, ...fieldTexts(words, sources, conflict) };
    if (other === undefined) return row;
    const left = conflict.proposed === "mine" ? "theirs" : "mine";
    return {
      ...row,
      [left]: words.text("vault.merge.lost", { record: other, value: row[left] }),
      fixed: words.text("vault.merge.fixed.gone", { record: other }),
    };
  });
}

/** A field with both values; several that are taken together each with their names. */
function fieldTexts(
  words: Words,
  sources: ReturnType<typeof sourcesOf>,
  { table, id, clash }: MergeConflict & { readonly kind: "field" },
): Pick<Row, "field" | "mine" | "theirs" | "at"> {
  const pairs = [clash, ...(clash.others ?? [])].map(({ field, mine, theirs }) => {
    const [here, there] = valueTexts(words, sources, {
      table,
      id,
      field,
      mine: mine.value,
      theirs: theirs.value,
    });
    const name = words.say(fieldName(table, field));
    return { name, here, there, at: { mine: mine.stamp, theirs: theirs.stamp } };
  });
  const sign = words.text("vault.merge.inner-sign");
  const isOne = pairs.length === 1;
  const text = (side: "here" | "there") =>
    pairs.map((pair) => (isOne ? pair[side] : `${pair.name} ${pair[side]}`)).join(sign);
  const last = (side: Side) => pairs.map(({ at }) => at[side]).reduce((a, b) => (a < b ? b : a));
  return {
    field: pairs.map(({ name }) => name).join(sign),
    mine: text("here"),
    theirs: text("there"),
    at: { mine: timeText(words, last("mine")), theirs: timeText(words, last("theirs")) },
  };
}

function timeText(words: Words, stamp: Stamp | ""): string {
  if (stamp === "") return words.text("base.none");
  const form = { dateStyle: "short", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(words.locale, form).format(stampMs(stamp));
}
