import { message } from "../../../../core/base/message.ts";
import { FIELDS_BY_OBJECT } from "../../../../core/customer/import/import-field.ts";
import type { DecidedColumn } from "../../../../core/customer/import/decide-columns.ts";
import { IMPORT_OBJECTS, SOURCES } from "../../../../core/customer/records.ts";
import type { ImportColumn, ImportObject } from "../../../../core/customer/records.ts";
import type { Words } from "../../../../core/words/words.ts";
import type { ColumnSample } from "../../../worker/import-messages.ts";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { FindingLine } from "../../../ui/finding-line.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import {
  changeReading,
  changeSettings,
  changeTable,
  goToStep,
  missingFieldsOf,
  takeAway,
} from "./import-actions.ts";
import { importStore } from "./import-store.ts";
import type { ImportJob } from "./import-store.ts";

/** What was recognised, and which column is what; everything can be changed and shows at once what comes of it. */
export function ColumnsStep({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const others = importStore(({ jobs }) => jobs.length - 1);
  if (job.table === undefined || job.opened === undefined) return null;
  const { prepared, samples } = job.table;
  const missing = missingFieldsOf(job);
  const setColumn = (index: number, change: Partial<ImportColumn>) =>
    changeSettings(job.id, { columns: withColumn(prepared.columns, index, change), ...pinned(job) });
  return (
    <>
      <Recognised job={job} />
      {missing.length > 0 && (
        <FindingLine
          tone="at-risk"
          text={words.say(
            message("customer.import.field-missing", { field: message(`customer.field.${missing[0]}`) }),
          )}
          actions={[]}
        />
      )}
      <div className="import-scroll" style={{ maxHeight: 430 }}>
        <table className="plain-table mapping">
          <thead>
            <tr>
              <th scope="col">{words.text("customer.wizard.column")}</th>
              <th scope="col">{words.text("customer.wizard.samples")}</th>
              <th scope="col">{words.text("customer.wizard.field")}</th>
              <th scope="col">{words.text("customer.wizard.reading")}</th>
            </tr>
          </thead>
          <tbody>
            {prepared.columns.map((column, index) => (
              <MappingRow
                key={index}
                column={column}
                sample={samples[index]!}
                object={prepared.object}
                onChange={(change) => setColumn(index, change)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="import-foot">
        {others > 0 && (
          <Button onClick={() => takeAway(job.id)}>{words.text("customer.wizard.leave-out")}</Button>
        )}
        <Button
          kind="primary"
          disabled={missing.length > 0}
          onClick={() => void goToStep(job.id, prepared.object === "members" ? "preview" : "owners")}
        >
          {words.text("customer.wizard.next")}
        </Button>
      </footer>
    </>
  );
}

/** What a change of one column leaves as it is: the rest would be found out anew. */
function pinned(job: ImportJob) {
  const { source, object, headerIndex } = job.table!.prepared;
  return { source, object, headerIndex };
}

/** A column changed; the field it takes is taken from the column that had it. */
function withColumn(
  columns: readonly DecidedColumn[],
  index: number,
  change: Partial<ImportColumn>,
): readonly ImportColumn[] {
  return columns.map(({ open, ...column }, at) => {
    const settled = open === undefined ? column : withoutGuess(column, open);
    if (at === index) return { ...settled, ...change };
    return change.field !== undefined && change.field !== null && column.field === change.field
      ? { ...settled, field: null }
      : settled;
  });
}

/** What nobody has answered yet stays a question. */
function withoutGuess(column: ImportColumn, open: NonNullable<DecidedColumn["open"]>): ImportColumn {
  const { dateOrder, decimal, ...rest } = column;
  if (open === "date-order") return decimal === undefined ? rest : { ...rest, decimal };
  return dateOrder === undefined ? rest : { ...rest, dateOrder };
}

function Recognised({ job }: { readonly job: ImportJob }) {
  const words = useWords();
  const opened = job.opened!;
  const { prepared } = job.table!;
  const sheet = opened.tables[job.tableIndex]!;
  return (
    <div className="import-recognised">
      <Choice
        label={words.text("customer.wizard.object")}
        value={prepared.object}
        options={IMPORT_OBJECTS.map((value) => ({ value, label: words.text(`customer.object.${value}`) }))}
        onChange={(object) => changeSettings(job.id, { object, source: prepared.source })}
      />
      <Choice
        label={words.text("customer.wizard.source")}
        value={prepared.source}
        options={SOURCES.filter((value) => value !== "typed").map((value) => ({
          value,
          label: words.text(`customer.source.${value}`),
        }))}
        onChange={(source) => changeSettings(job.id, { source, object: prepared.object })}
      />
      <Choice
        label={words.text("customer.wizard.header-row")}
        value={String(prepared.headerIndex)}
        options={sheet.firstRows.map((row, index) => ({
          value: String(index),
          label: `${row.line}: ${firstText(row.cells)}`,
        }))}
        onChange={(index) => changeSettings(job.id, { headerIndex: Number(index) })}
      />
      {opened.tables.length > 1 && (
        <Choice
          label={words.text("customer.wizard.sheet")}
          value={String(job.tableIndex)}
          options={opened.tables.map((table, index) => ({ value: String(index), label: table.sheet ?? "" }))}
          onChange={(index) => changeTable(job.id, Number(index))}
        />
      )}
      {opened.kind === "csv" && <TextReading job={job} words={words} />}
    </div>
  );
}

/** Enough of a row to know it by. */
function firstText(cells: readonly string[]): string {
  const text = cells.find((cell) => cell !== "") ?? "";
  return text.length > 16 ? `${text.slice(0, 15)}…` : text;
}

function TextReading({ job, words }: { readonly job: ImportJob; readonly words: Words }) {
  const opened = job.opened!;
  return (
    <>
      <Choice
        label={words.text("customer.wizard.encoding")}
        value={opened.encoding}
        options={opened.encodings.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(encoding) => changeReading(job.id, { encoding })}
      />
      <Choice
        label={words.text("customer.wizard.delimiter")}
        value={opened.delimiter}
        options={[",", ";", "\t", "|"].map((value) => ({
          value,
          label: value === "\t" ? words.text("customer.wizard.tab") : value,
        }))}
        onChange={(delimiter) => changeReading(job.id, { delimiter })}
      />
      {opened.confidence < 0.5 && (
        <FindingLine tone="behind" text={words.text("customer.wizard.encoding-unsure")} actions={[]} />
      )}
    </>
  );
}

function MappingRow(props: {
  readonly column: DecidedColumn;
  readonly sample: ColumnSample;
  readonly object: ImportObject;
  onChange(change: Partial<ImportColumn>): void;
}) {
  const { column, sample, object, onChange } = props;
  const words = useWords();
  const fields = FIELDS_BY_OBJECT[object].map(({ key }) => ({
    value: key,
    label: words.text(`customer.field.${key}`),
  }));
  return (
    <tr className={column.field === null ? "is-unread" : undefined}>
      <th scope="row">{column.header || words.text("customer.wizard.no-header")}</th>
      <td className="samples">{sample.values.join(" · ") || words.text("base.none")}</td>
      <td>
        <Choice
          quiet
          label={words.text("customer.wizard.field-of", { column: column.header })}
          value={column.field ?? ""}
          options={[{ value: "", label: words.text("customer.wizard.not-read") }, ...fields]}
          onChange={(field) => onChange({ field: field === "" ? null : field })}
        />
      </td>
      <td>
        <ReadingChoice column={column} words={words} onChange={onChange} />
      </td>
    </tr>
  );
}

/** How dates and numbers of a column are read; a question where the cells read both ways. */
function ReadingChoice(props: {
  readonly column: DecidedColumn;
  readonly words: Words;
  onChange(change: Partial<ImportColumn>): void;
}) {
  const { column, words, onChange } = props;
  if (column.dateOrder !== undefined) {
    return (
      <>
        <Choice
          quiet
          label={words.text("customer.wizard.date-order", { column: column.header })}
          value={column.dateOrder}
          options={(["YMD", "DMY", "MDY", "serial1900", "serial1904"] as const).map((value) => ({
            value,
            label: words.text(`customer.wizard.order.${value}`),
          }))}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
        {column.open === "date-order" && (
          <span className="open-question">{words.text("customer.wizard.both-ways")}</span>
        )}
      </>
    );
  }
  if (column.decimal === undefined) return null;
  return (
    <>
      <Choice
        quiet
        label={words.text("customer.wizard.decimal", { column: column.header })}
        value={column.decimal}
        options={([".", ","] as const).map((value) => ({
          value,
          label: words.text(
            value === "." ? "customer.wizard.decimal.point" : "customer.wizard.decimal.comma",
          ),
        }))}
        onChange={(decimal) => onChange({ decimal })}
      />
      {column.multiplier !== undefined && <span className="quiet"> × {column.multiplier}</span>}
      {column.open === "decimal" && (
        <span className="open-question">{words.text("customer.wizard.both-ways")}</span>
      )}
    </>
  );
}
