import { useRef, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Quantity } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import {
  addMarketSize,
  editMarketSizes,
  MARKET_CELLS,
  removeMarketSize,
} from "../../../core/target/goals/edit-market-sizes.ts";
import type { MarketCell, MarketReading, MarketText } from "../../../core/target/goals/edit-market-sizes.ts";
import type { MarketDispute, MarketShare } from "../../../core/target/goals/market-share.ts";
import { printTargetText } from "../../../core/target/target-text.ts";
import { listMessage } from "../../../core/team/name-key.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { TextField } from "../../ui/fields.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useMarket } from "./use-goals.ts";

type Text = Partial<Record<MarketCell, string>>;

/** Our share of markets: sizes with source and day, several sources side by side, each share explained. */
export function MarketPart() {
  const words = useWords();
  const { shares, disputes, scopes, settings, reading } = useMarket();
  const label = words.text("target.market.table");
  return (
    <section className="forecast-part" aria-labelledby="market-title">
      <header>
        <h2 id="market-title">{words.text("target.market.title")}</h2>
        <p className="quiet">
          {words.text("target.market.hint", {
            basis: words.text(`target.market.basis.${settings.salesBasis}`),
          })}
        </p>
      </header>
      <NewSize scopes={scopes} reading={reading} />
      {disputes.map((one) => (
        <FindingLine
          key={`${one.periodId}|${one.scope}`}
          tone="behind"
          text={disputeText(words, one)}
          actions={[]}
        />
      ))}
      {shares.length === 0 ? (
        <p className="quiet">{words.text("target.market.none")}</p>
      ) : (
        <Grid<MarketShare>
          label={label}
          rows={shares}
          rowKey={(one) => one.size.id}
          columns={marketColumns(words, reading)}
          onEdit={(edits) => writeSizes(edits, reading)}
          exportName={label}
        />
      )}
    </section>
  );
}

/** A line in which a size is written by keyboard: Enter from any field adds. */
function NewSize({
  scopes,
  reading,
}: {
  readonly scopes: readonly string[];
  readonly reading: MarketReading;
}) {
  const words = useWords();
  const line = useRef<HTMLFormElement>(null);
  const periodId = useView((view) => view.periodId);
  const empty: MarketText = {
    scope: "",
    periodId: periodId.slice(0, 4),
    size: "",
    source: "",
    on: reading.today,
  };
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<Text>({});
  const add = async () => {
    const id = currentPlatform().newId();
    const seen = currentWorkspace();
    const command = addMarketSize(seen.rows.marketSizes, { id, text: draft }, reading);
    if (!command.ok) {
      setProblems(
        Object.fromEntries(command.error.map((one) => [one.field ?? "size", words.say(one.message)])),
      );
      return focusOn(line.current, command.error[0]?.field ?? "size");
    }
    const label = message("target.market.record.add", { source: draft.source.trim() });
    const outcome = await runCommand(label, { command, seen });
    if (!outcome.ok) return undefined;
    setProblems({});
    setDraft({ ...empty, scope: draft.scope, periodId: draft.periodId });
    return focusOn(line.current, "size");
  };
  return (
    <form
      ref={line}
      aria-label={words.text("target.market.new")}
      className="market-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {MARKET_CELLS.map((cell) => (
        <div key={cell} data-field={cell}>
          <TextField
            label={words.text(`target.market.column.${cell === "periodId" ? "period" : cell}`)}
            value={draft[cell]}
            placeholder={words.text(`target.market.place.${cell === "periodId" ? "period" : cell}`, {
              example: words.quantity({ unit: "money", value: money(120_000_000_000) }),
            })}
            problem={problems[cell]}
            {...(cell === "scope" ? { suggest: () => scopes } : {})}
            onType={(text) => {
              setDraft((now) => ({ ...now, [cell]: text }));
              setProblems((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== cell)));
            }}
            onCommit={() => null}
          />
        </div>
      ))}
      <Button kind="primary" onClick={() => void add()}>
        {words.text("target.market.add")}
      </Button>
      <button type="submit" hidden>
        {words.text("target.market.add")}
      </button>
    </form>
  );
}

function marketColumns(words: Words, reading: MarketReading): readonly GridColumn<MarketShare>[] {
  const typed = (key: MarketCell, width: number, text: (one: MarketShare) => string) => ({
    key,
    title: words.text(`target.market.column.${key === "periodId" ? "period" : key}`),
    width,
    text,
    editText: text,
  });
  const sizeOf = ({ size }: MarketShare): Quantity => ({ unit: "money", value: size.size });
  return [
    {
      ...typed("scope", 150, ({ size }) => size.scope),
      text: ({ size }) => size.scope || words.text("target.market.whole"),
      editText: ({ size }) => size.scope,
    },
    {
      ...typed("periodId", 130, ({ size }) => size.periodId),
      text: ({ size }) => words.period(size.periodId),
    },
    {
      ...typed("size", 130, (one) => words.quantity(sizeOf(one))),
      align: "end",
      editText: ({ size }) => printTargetText(size.size, reading.shape),
      exportValue: (one) => plainNumber(words, sizeOf(one)),
    },
    typed("source", 220, ({ size }) => size.source),
    { ...typed("on", 120, ({ size }) => size.on), text: ({ size }) => words.day(size.on) },
    {
      key: "own",
      title: words.text("target.market.column.own"),
      width: 120,
      align: "end",
      text: ({ own }) => words.quantity(own.value),
      exportValue: ({ own }) => plainNumber(words, own.value),
      render: ({ own }) => <ExplainedFigure of={own} />,
    },
    {
      key: "share",
      title: words.text("target.market.column.share"),
      width: 96,
      align: "end",
      text: ({ share }) => words.quantity(share.value),
      exportValue: ({ share }) => share.value.value,
      render: ({ share }) => <ExplainedFigure of={share} />,
      note: ({ share }) => (share.value.value === null && share.note ? words.say(share.note) : undefined),
    },
    removeColumn(words),
  ];
}

function removeColumn(words: Words): GridColumn<MarketShare> {
  return {
    key: "remove",
    title: "",
    width: 44,
    align: "center",
    text: () => "",
    render: ({ size }) => (
      <Button
        kind="link"
        label={words.text("target.market.remove", { source: size.source })}
        title={words.text("target.market.remove", { source: size.source })}
        onClick={() =>
          void runCommand(message("target.market.record.remove", { source: size.source }), ({ rows }) =>
            removeMarketSize(rows.marketSizes, size.id),
          )
        }
      >
        <span aria-hidden>✕</span>
      </Button>
    ),
  };
}

async function writeSizes(
  edits: readonly GridEdit[],
  reading: MarketReading,
): Promise<readonly GridProblem[]> {
  const changed = edits.map((edit) => ({
    id: edit.rowKey,
    cell: edit.columnKey as MarketCell,
    text: edit.text,
  }));
  const seen = currentWorkspace();
  const command = editMarketSizes(seen.rows.marketSizes, changed, reading);
  if (command.ok) {
    await runCommand(message("target.market.record.edit"), { command, seen });
    return [];
  }
  return command.error.map((problem) => {
    const field = problem.field ?? "";
    const colon = field.lastIndexOf(":");
    return { rowKey: field.slice(0, colon), columnKey: field.slice(colon + 1), message: problem.message };
  });
}

function disputeText(words: Words, { scope, periodId, sources, low, high }: MarketDispute): string {
  return words.text("target.market.dispute", {
    scope: scope === "" ? message("target.market.whole") : scope,
    period: { period: periodId },
    sources: listMessage(sources),
    low: { unit: "percent", value: low },
    high: { unit: "percent", value: high },
  });
}

function focusOn(line: HTMLElement | null, field: string): void {
  line?.querySelector<HTMLInputElement>(`[data-field="${field}"] input`)?.focus();
}
