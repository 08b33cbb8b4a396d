import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import { moveStage } from "../../../core/customer/edit-stages.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import { listedDeal } from "../../../core/customer/pipeline.ts";
import type { Stage } from "../../../core/customer/records.ts";
import { stageLines } from "../../../core/customer/stage-lines.ts";
import type { SourceStages, StageLine } from "../../../core/customer/stage-lines.ts";
import { placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { stageLanguage } from "./book-commands.ts";
import { StageDrawer } from "./stage-drawer.tsx";
import "./stages.css";

/** What the stages of every source mean, and how many deals stand in each. */
export function StagesPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const [openId, open] = useState<string | null>(null);
  const sources = stageLines(workspace, stageLanguage());
  const opened = sources.flatMap(({ lines }) => lines).find(({ stage }) => stage.id === openId);
  return (
    <Page
      tabs={tabs}
      activeTab="pipeline"
      tools={
        <>
          <a href={placeHref("customer", "pipeline")}>{words.text("customer.stages.back")}</a>
          <h2 className="stages-title">{words.text("customer.stages.open")}</h2>
        </>
      }
      hint={words.text("customer.stages.hint")}
    >
      {sources.map((one) => (
        <SourceTable key={one.source} of={one} onOpen={(stage) => open(stage.id)} />
      ))}
      {opened && <StageDrawer key={opened.stage.id} line={opened} onClose={() => open(null)} />}
    </Page>
  );
}

const COLUMNS = ["stage", "category", "chance", "norm-days", "column", "deals", "amount"] as const;

function SourceTable({ of, onOpen }: { readonly of: SourceStages; onOpen(stage: Stage): void }) {
  const words = useWords();
  const { source, lines } = of;
  return (
    <section className="stages-source">
      <h3>{words.text(`customer.source.${source}`)}</h3>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className={`stages-${key}`}>
                {words.text(`customer.stages.${key}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{words.text("customer.stages.order")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <StageRow
              key={line.stage.id}
              line={line}
              isFirst={at === 0}
              isLast={at === lines.length - 1}
              onOpen={() => onOpen(line.stage)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StageRow(props: {
  readonly line: StageLine;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onOpen(): void;
}) {
  const { stage, deals, amount } = props.line;
  const words = useWords();
  const listed = () => deals.map((deal) => listedDeal(deal, deal.amount));
  const title = (key: string) =>
    message("customer.board.figure", { stage: stage.stage, figure: message(key) });
  const move = (by: -1 | 1) => {
    const of = { source: stage.source, stage: stage.stage, by, language: stageLanguage() };
    const label = message("customer.stages.edited", { stage: stage.stage });
    void runCommand(label, (now) => ok(moveStage(now, of)));
  };
  return (
    <tr>
      <th scope="row">
        <Button kind="link" onClick={props.onOpen}>
          {stage.stage}
        </Button>
      </th>
      <td>{words.text(`customer.category.${stage.category}`)}</td>
      <td className="stages-chance">
        {stage.probability === undefined
          ? ""
          : words.quantity({ unit: "percent", value: stage.probability / 1_000_000 })}
      </td>
      <td className="stages-norm-days">{stage.normDays ?? ""}</td>
      <td>{stage.column ?? ""}</td>
      <td className="stages-deals">
        <Figure
          quantity={{ unit: "count", value: deals.length }}
          explain={() => explainCount(title("customer.total.deals"), listed())}
        />
      </td>
      <td className="stages-amount">
        <Figure
          quantity={{ unit: "money", value: amount }}
          explain={() => explainSum(title("customer.field.amount"), listed())}
        />
      </td>
      <td className="stages-order">
        <Button
          label={words.text("customer.stages.up", { stage: stage.stage })}
          disabled={props.isFirst}
          onClick={() => move(-1)}
        >
          ↑
        </Button>
        <Button
          label={words.text("customer.stages.down", { stage: stage.stage })}
          disabled={props.isLast}
          onClick={() => move(1)}
        >
          ↓
        </Button>
      </td>
    </tr>
  );
}
