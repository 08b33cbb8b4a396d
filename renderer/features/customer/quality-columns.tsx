import { ownerIndex } from "../../../core/customer/owner.ts";
import { fixCell } from "../../../core/customer/quality/fix-cell.ts";
import { findingName } from "../../../core/customer/quality/quality-counts.ts";
import { remedyOf, severityOf, whatIsWrong } from "../../../core/customer/quality/quality-finding.ts";
import type {
  QualityFinding,
  QualityObject,
  QualitySeverity,
} from "../../../core/customer/quality/quality-finding.ts";
import { lastBatch, sourceColumn } from "../../../core/customer/quality/source-columns.ts";
import type { ImportObject, Source } from "../../../core/customer/records.ts";
import { rowsOf, settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { SIGN_BY_TONE } from "../../ui/tone-sign.ts";
import { textColumn } from "./fact-columns.tsx";
import { ownerText } from "./owner-cell.tsx";

const TONE: Readonly<Record<QualitySeverity, Tone>> = { risk: "at-risk", warning: "behind", hint: "muted" };
const RANK: Readonly<Record<QualitySeverity, number>> = { risk: 0, warning: 1, hint: 2 };

/** What is wrong, with what, where in the source, whose it is and what to do. */
export function qualityColumns(words: Words, workspace: Workspace): readonly DataColumn<QualityFinding>[] {
  const index = ownerIndex(rowsOf(workspace, "members"));
  const headerOf = sourceHeaders(workspace);
  const { currency } = settingsOf(workspace);
  const column = (key: string, width: number, text: (finding: QualityFinding) => string) =>
    textColumn(key, words.text(`customer.quality.${key}`), { width, text });
  return [
    {
      key: "severity",
      title: words.text("customer.quality.severity"),
      width: 68,
      text: ({ code }) => words.text(`customer.quality.severity.${severityOf(code)}`),
      sortValue: ({ code }) => RANK[severityOf(code)],
      render: ({ code }) => <SeverityMark severity={severityOf(code)} words={words} />,
    },
    withTip(column("record", 120, (finding) => recordText(words, finding))),
    withTip(column("what", 150, (finding) => words.say(whatIsWrong(finding)))),
    column("column", 104, ({ source, object, field, bad }) =>
      bad !== undefined ? bad.column : field === null ? "" : headerOf({ source, object, field }),
    ),
    textColumn("owner", words.text("customer.field.owner"), {
      width: 66,
      text: ({ fact }) => (fact === null ? "" : ownerText(fact, index, workspace.rows.members)),
    }),
    withTip(column("remedy", 130, (finding) => words.say(remedyOf(finding)))),
    column("value", 104, (finding) => presentValue(finding, currency)),
    textColumn("source", words.text("customer.wizard.source"), {
      width: 80,
      text: ({ source }) => words.text(`customer.source.${source}`),
    }),
  ];
}

/** Long sentences are cut; the pointer reads them whole. */
function withTip(column: DataColumn<QualityFinding>): DataColumn<QualityFinding> {
  return { ...column, render: (finding) => <span title={column.text(finding)}>{column.text(finding)}</span> };
}

/** The weight in a word, with its colour and sign. */
function SeverityMark({ severity, words }: { readonly severity: QualitySeverity; readonly words: Words }) {
  const tone = TONE[severity];
  return (
    <span className={`quality-mark tone-${tone}`}>
      {words.text(`customer.quality.severity.${severity}`)}
      <span aria-hidden>{SIGN_BY_TONE[tone]}</span>
    </span>
  );
}

function recordText(words: Words, finding: QualityFinding): string {
  const name = findingName(finding);
  return finding.bad === undefined
    ? name
    : `${words.text("customer.quality.line", { line: finding.bad.line })} · ${name}`;
}

function presentValue({ fact, object, field, bad }: QualityFinding, currency: string): string {
  if (bad !== undefined) return bad.value;
  if (fact === null || field === null) return "";
  const of = { object: object as QualityObject, field, multiplier: 1, currency, language: "zh" as const };
  return String(fixCell(fact, of) ?? "");
}

function sourceHeaders(workspace: Workspace) {
  const known = new Map<string, string>();
  return (of: { readonly source: Source; readonly object: ImportObject; readonly field: string }) => {
    const key = `${of.source}/${of.object}/${of.field}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const batch = lastBatch(workspace.rows.batches.values(), of.source, of.object);
    const { header } = sourceColumn(batch, of);
    known.set(key, header);
    return header;
  };
}
