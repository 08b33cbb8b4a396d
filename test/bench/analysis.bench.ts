import type { GroupId, MemberId, Subject } from "../../core/base/id.ts";
import { periodOf, shiftPeriod } from "../../core/base/period.ts";
import { analyse } from "../../core/kpi/analysis/analyse.ts";
import type { Analysis, AnalysisQuestion } from "../../core/kpi/analysis/analyse.ts";
import { DIMENSIONS } from "../../core/kpi/analysis/dimensions.ts";
import type { KpiContext } from "../../core/kpi/context.ts";
import { analysisBook, unseenBook } from "../builders/analysis-book.ts";
import type { BenchFigure } from "./harness.ts";
import { threadTime } from "./thread-time.ts";
import { TODAY } from "./today.ts";

const FLOOR = "one pass over the same deals that adds up the amounts";
const COLUMNS = [
  "win-rate",
  "closed-count",
  "win-rate-value",
  "won-amount",
  "cycle-median-days",
  "open-amount",
] as const;
const TREND = ["win-rate", "win-rate-value", "closed-count"] as const;
const HEAD = [...COLUMNS, "won-count", "cycle-mean-days", "velocity", "weighted-open-amount"] as const;
const SIZES = [10_000, 50_000, 100_000] as const;

export const figures: readonly BenchFigure[] = [
  {
    name: "analysis: all answers for another member, group, system, period or grouping (25 members)",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    prepare(size) {
      const context = analysisBook({ deals: size, members: 25, today: TODAY });
      const questions = questionsOf(context);
      let round = 0;
      look(analyse(context, questions[0]!));
      return {
        run: () => look(analyse(context, questions[round++ % questions.length]!)),
        floor: () => sumOfAmounts(context),
      };
    },
  },
  {
    name: "analysis: the same, what stands at the top of the page alone, thread time",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    clock: "answer",
    prepare(size) {
      const context = analysisBook({ deals: size, members: 25, today: TODAY });
      const questions = questionsOf(context);
      let round = 0;
      const ask = () => lookAtTop(analyse(context, questions[round++ % questions.length]!));
      ask();
      return { run: () => threadTime(ask), floor: () => threadTime(() => sumOfAmounts(context), 100) };
    },
  },
  {
    name: "analysis: all answers when it is first opened (25 members)",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    samples: 7,
    prepare(size) {
      const context = analysisBook({ deals: size, members: 25, today: TODAY });
      const [question] = questionsOf(context);
      return {
        run: () => look(analyse(unseenBook(context), question!)),
        floor: () => sumOfAmounts(context),
      };
    },
  },
];

/** As a person goes through the page: another grouping, period, owner and system after another. */
function questionsOf({ rows }: KpiContext): readonly AnalysisQuestion[] {
  const [member] = rows.members.keys();
  const [group] = rows.groups.keys();
  const quarter = periodOf(TODAY, "quarter", 1);
  const year = shiftPeriod(periodOf(TODAY, "year", 1), -1, 1);
  const subjects: readonly Subject[] = [
    { kind: "team" },
    { kind: "member", id: member as MemberId },
    { kind: "group", id: group as GroupId },
  ];
  return subjects.flatMap((subject) =>
    [year, shiftPeriod(quarter, -1, 1)].flatMap((period) =>
      DIMENSIONS.map((dimension, at): AnalysisQuestion => ({
        filter: { subject, source: at % 3 === 2 ? "zoho" : null, period },
        dimension,
        isCompared: at % 2 === 1,
      })),
    ),
  );
}

/** Looks at every figure that the page shows. */
function look(analysis: Analysis): number {
  const { trend, funnel, open, lossReasons, cycleSteps, business, receivables } = analysis;
  const lines = trend.flatMap(({ figures: of }) => TREND.map((figure) => of[figure].n));
  const rest = [funnel, open, lossReasons, cycleSteps, business, receivables];
  return lookAtTop(analysis) + lines.length + rest.length;
}

/** What a change of the question shows at once; the rest follows between two strokes. */
function lookAtTop({ whole, before, parts }: Analysis): number {
  const shown = parts.flatMap(({ figures: of }) => COLUMNS.map((figure) => of[figure].n));
  const heads = HEAD.flatMap((figure) => [whole[figure].n, before?.[figure].n ?? 0]);
  return shown.length + heads.length;
}

function sumOfAmounts({ facts }: KpiContext): number {
  let sum = 0;
  for (const chunk of facts.deals) for (const { amount } of chunk) sum += amount ?? 0;
  return sum;
}
