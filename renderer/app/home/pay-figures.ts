import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import { sumMoney } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { elementTotal } from "../../../core/incentive/pay/pay-elements.ts";
import { payList, payTotal } from "../../../core/incentive/pay/pay-list.ts";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { periodOf, shiftPeriod } from "../../../core/base/period.ts";
import type { PeriodId } from "../../../core/base/period.ts";
import { payContext } from "../../../core/vault/pay-context.ts";
import type { HomeSource } from "./home-source.ts";

/** What the square of incentives says of the period in the frame. */
export interface PayFigures {
  readonly people: number;
  readonly total: Money;
  readonly isApproved: boolean;
  /** What has changed about earlier periods since they were approved. */
  readonly change: Money;
  explain(): Explanation;
}

/** Pay of the period in the frame. */
export function payFigures({ workspace, book }: HomeSource): PayFigures {
  const rows = payList(payContext(workspace, book.today), book.period);
  const { total, explain } = payTotal(rows, book.period);
  return {
    people: rows.length,
    total,
    isApproved: rows.length > 0 && rows.every((row) => row.state === "approved"),
    change: sumMoney(rows.map((row) => elementTotal(row.statement.lines, "change"))),
    explain,
  };
}

/** Statements of the last whole periods that wait for approval, as one line. */
export function payNeeds(source: HomeSource): NeedSources["findings"] {
  const { periodId, count, first } = readyToApprove(source);
  if (count === 0) return [];
  return [
    {
      id: "pay",
      code: "pay",
      several: "incentive.home.ready",
      severity: "warning",
      kind: "pay",
      level: 2,
      about: message("incentive.home.ready", { count }),
      what: message("incentive.need", { period: { period: periodId } }),
      ref: { table: "statements", id: first },
    },
  ];
}

/** How many statements wait for approval, of which period. */
function readyToApprove({ workspace, book }: HomeSource): {
  readonly periodId: PeriodId;
  readonly count: number;
  readonly first: string;
} {
  const context = payContext(workspace, book.today);
  const { fiscalStart } = context.kpi.settings;
  const quarter = periodOf(book.today, "quarter", fiscalStart);
  const rows = [shiftPeriod(quarter, -1, fiscalStart), quarter]
    .flatMap((one) => payList(context, one))
    .filter((row) => row.state === "ready");
  return {
    periodId: rows[0]?.statement.period.id ?? quarter.id,
    count: rows.length,
    first: rows[0]?.statement.id ?? "",
  };
}
