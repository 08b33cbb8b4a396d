import { useMemo, useState } from "react";
import type { OwnerIndex } from "../../../core/customer/owner.ts";
import { fixLists } from "../../../core/customer/quality/fix-lists.ts";
import type { FixList } from "../../../core/customer/quality/fix-lists.ts";
import { qualityOwner } from "../../../core/customer/quality/quality-counts.ts";
import type { QualityFinding } from "../../../core/customer/quality/quality-finding.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { fixFileName, saveFixList } from "./save-fix-list.ts";

type Split = "all" | "owner";
type Format = "csv" | "xlsx";

/** The findings shown as files that their sources can import: one for each source and object, on wish for each owner. */
export function FixDrawer(props: {
  readonly findings: readonly QualityFinding[];
  readonly index: OwnerIndex;
  onClose(): void;
}) {
  const { findings, index } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const [split, setSplit] = useState<Split>("all");
  const [format, setFormat] = useState<Format>("xlsx");
  const { lists, leftOut } = useMemo(
    () =>
      fixLists(workspace, findings, split === "all" ? {} : { ownerOf: (fact) => qualityOwner(fact, index) }),
    [workspace, findings, split, index],
  );
  const saveAll = async () => {
    for (const list of lists) if (!(await saveFixList(words, list, format))) return;
  };
  return (
    <Drawer
      open
      width={640}
      title={words.text("customer.fix.title")}
      onClose={props.onClose}
      footer={
        lists.length > 1 && (
          <Button kind="primary" onClick={() => void saveAll()}>
            {words.text("customer.fix.save-all", { count: lists.length })}
          </Button>
        )
      }
    >
      <p>{words.text("customer.fix.text", { source: sourceName(words, lists) })}</p>
      <div className="fix-choices">
        <Choice<Split>
          label={words.text("customer.fix.split")}
          value={split}
          options={[
            { value: "all", label: words.text("customer.fix.split.all") },
            { value: "owner", label: words.text("customer.fix.split.owner") },
          ]}
          onChange={setSplit}
        />
        <Choice<Format>
          label={words.text("customer.fix.format")}
          value={format}
          options={[
            { value: "xlsx", label: "XLSX" },
            { value: "csv", label: "CSV" },
          ]}
          onChange={setFormat}
        />
      </div>
      {format === "csv" && <p className="quiet">{words.text("customer.fix.ids")}</p>}
      {lists.length === 0 && <p className="quiet">{words.text("customer.fix.none")}</p>}
      <ul className="fix-lists">
        {lists.map((list) => (
          <FixFile key={fixFileName(words, list)} list={list} format={format} />
        ))}
      </ul>
      {leftOut > 0 && <p className="quiet">{words.text("customer.fix.left-out", { count: leftOut })}</p>}
    </Drawer>
  );
}

function FixFile({ list, format }: { readonly list: FixList; readonly format: Format }) {
  const words = useWords();
  const file = `${fixFileName(words, list)}.${format}`;
  const columns = list.columns.filter(({ isToCorrect }) => isToCorrect).map(({ header }) => header);
  return (
    <li>
      <div>
        <strong>{file}</strong>
        <dl>
          <dt>{words.text("customer.fix.records")}</dt>
          <dd>{words.quantity({ unit: "count", value: list.rows.length })}</dd>
          <dt>{words.text("customer.fix.columns")}</dt>
          <dd>{columns.join(" · ")}</dd>
        </dl>
      </div>
      <Button
        label={words.text("customer.fix.save-of", { file })}
        onClick={() => void saveFixList(words, list, format)}
      >
        {words.text("customer.fix.save")}
      </Button>
    </li>
  );
}

function sourceName(words: Words, lists: readonly FixList[]): string {
  const sources = new Set(lists.map(({ source }) => source));
  const [only] = sources;
  return sources.size === 1
    ? words.text(`customer.source.${only!}`)
    : words.text("customer.fix.several-sources");
}
