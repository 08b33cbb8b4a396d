import { isUntouched, whyNotApproved } from "../../../core/incentive/pay/approve.ts";
import {
  explainLine,
  explainStatement,
  lineTitle,
  stepMessage,
  stepValue,
} from "../../../core/incentive/pay/explain-pay.ts";
import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import type { StatementLine } from "../../../core/incentive/records.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AdjustmentForm } from "./adjustment-form.tsx";
import { RemoveAdjustment } from "./remove-adjustment.tsx";
import { SaveStatement } from "./save-statement.tsx";
import { approveRows } from "./approve-rows.ts";
import { usePay } from "./use-pay.ts";

/** One statement: every line with its steps, what it comes to, and what can be done with it. */
export function StatementDrawer({ row, onClose }: { readonly row: PayListRow; onClose(): void }) {
  const words = useWords();
  const { statement, member, state } = row;
  return (
    <Drawer
      open
      width={720}
      title={words.text("incentive.statement.title", {
        name: member.name,
        period: { period: statement.period.id },
      })}
      onClose={onClose}
      footer={<Footer row={row} />}
    >
      <div className="statement">
        <StateLine row={row} />
        <ol className="statement-lines">
          {statement.lines.map((line) => (
            <Line key={line.key} row={row} line={line} />
          ))}
        </ol>
        <p className="statement-total">
          <b>{words.text("incentive.element.total")}</b>
          <Figure
            size="headline"
            form="full"
            quantity={{ unit: "money", value: statement.total }}
            explain={() => explainStatement(statement, member.name)}
          />
        </p>
        {statement.held !== 0 && (
          <p className="quiet">
            {words.text("incentive.note.held", { held: { unit: "money", value: statement.held } })}
          </p>
        )}
        {statement.drawDebt !== 0 && (
          <p className="quiet">
            {words.text("incentive.note.debt", { debt: { unit: "money", value: statement.drawDebt } })}
          </p>
        )}
        {state !== "approved" && <AdjustmentForm row={row} />}
      </div>
    </Drawer>
  );
}

function Footer({ row }: { readonly row: PayListRow }) {
  const words = useWords();
  const { context } = usePay();
  const why = row.state === "approved" ? null : whyNotApproved(context, place(row));
  return (
    <>
      <SaveStatement row={row} />
      {row.state !== "approved" && (
        <Button
          kind="primary"
          disabled={why !== null}
          {...(why ? { title: words.say(why) } : {})}
          onClick={() => void approveRows([row])}
        >
          {words.text("incentive.approve.this")}
        </Button>
      )}
    </>
  );
}

function place({ member, statement }: PayListRow) {
  return { memberId: member.id, period: statement.period };
}

/** Whether it is approved, and whether the snapshot is as it was. */
function StateLine({ row }: { readonly row: PayListRow }) {
  const words = useWords();
  const { context } = usePay();
  const { statement, state } = row;
  const plan = statement.plan ? words.text("incentive.statement.plan", { plan: statement.plan.name }) : null;
  const approved = context.rows.statements.get(statement.id);
  if (!approved) {
    const why = state === "waits" ? whyNotApproved(context, place(row)) : null;
    const standing = why ? words.say(why) : words.text(`incentive.statement.${state}`);
    return <p className="quiet">{[standing, plan].filter(Boolean).join(" · ")}</p>;
  }
  const isWhole = isUntouched(approved);
  return (
    <p className={isWhole ? "tone-ahead" : "tone-at-risk"}>
      <span aria-hidden>{isWhole ? "✓ " : "● "}</span>
      {words.text(isWhole ? "incentive.statement.sealed" : "incentive.statement.broken", {
        day: { day: approved.approvedOn },
        hash: approved.hash.slice(0, 12),
      })}
      {plan && <span className="quiet"> · {plan}</span>}
    </p>
  );
}

function Line({ row, line }: { readonly row: PayListRow; readonly line: StatementLine }) {
  const words = useWords();
  const { statement, member, state } = row;
  return (
    <li>
      <div className="statement-line">
        <span>
          <b>{words.say(lineTitle(line))}</b>
          <small className="quiet"> {words.text(`incentive.line.${line.kind}`)}</small>
        </span>
        {line.kind === "adjustment" && state !== "approved" && (
          <RemoveAdjustment id={line.key.slice("adjustment:".length)} reason={line.label} />
        )}
        <Figure
          form="full"
          quantity={{ unit: "money", value: line.amount }}
          explain={() => explainLine(statement, line, member.name)}
        />
      </div>
      {line.steps.length > 0 && (
        <dl className="statement-steps">
          {line.steps.map((step, at) => (
            <div key={at}>
              <dt>{words.say(stepMessage(step))}</dt>
              <dd>{words.quantity(stepValue(step), "full")}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
