import type { ExplainedRow } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import { entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { CASES, CSAT_ANSWERS, NPS_ANSWERS } from "../fact-source.ts";
import type { CountedFact, FactSource } from "../fact-source.ts";
import { countInput, countShares, entryRows, noMeasure, ratioOf, silence } from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";

/** One answer that counts: of a question of its own, or given with a case. */
export interface GivenAnswer {
  readonly score: number;
  readonly share: Entry["share"];
  readonly customerId: string | undefined;
  readonly customerName: string | undefined;
  readonly row: ExplainedRow;
}

/** `satisfaction` (CSAT): answers of 4–5 of 5 ÷ answers. They are the answers of the period and those given with the cases
 * opened in it. Scores above 5 stem from another scale: they are left out and noted. n is the number of answers. */
export const SATISFACTION: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 2,
  measure(context, subject, period) {
    const silent = bothSilent(context, period);
    if (silent) return noMeasure(silent);
    const given = csatAnswers(context, subject, period);
    return measureCsat(
      given.filter(({ score }) => score <= 5),
      given.filter(({ score }) => score > 5).length,
    );
  },
};

/** `nps`: % of scores 9–10 − % of scores 0–6, from −100 to 100, of the answers to the question of recommending. n is the
 * number of answers. */
export const NPS: MetricRule = {
  unit: "score",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = silence(context, NPS_ANSWERS, period);
    return silent ? noMeasure(silent) : measureNps(npsAnswers(context, subject, period));
  },
};

/** The answers about satisfaction that count for a subject in a period, whatever their scale.
 * @example csatAnswers(kpiWorld({ cases: [aCase("k1", "2026-03-02", { satisfaction: 4 })] }), { kind: "team" }, period("2026-03", 1)).map((one) => one.score) // => [4]
 */
export function csatAnswers(context: KpiContext, subject: Subject, period: Period): readonly GivenAnswer[] {
  const span = { subject, span: period };
  return [
    ...entriesOf(context, CASES, span)
      .filter(({ fact }) => (fact.satisfaction ?? 0) >= 1)
      .map((entry) => givenAnswer(CASES, entry, entry.fact.satisfaction!)),
    ...entriesOf(context, CSAT_ANSWERS, span).map((entry) =>
      givenAnswer(CSAT_ANSWERS, entry, entry.fact.score),
    ),
  ];
}

/** The answers about recommending that count for a subject in a period.
 * @example npsAnswers(kpiWorld({}), { kind: "team" }, period("2026-03", 1)) // => []
 */
export function npsAnswers(context: KpiContext, subject: Subject, period: Period): readonly GivenAnswer[] {
  return entriesOf(context, NPS_ANSWERS, { subject, span: period }).map((entry) =>
    givenAnswer(NPS_ANSWERS, entry, entry.fact.score),
  );
}

/** CSAT of answers on a scale of 5; `foreign` is how many of another scale were left out.
 * @example measureCsat([{ score: 5, share: 1000000 }, { score: 3, share: 1000000 }], 0).value // => 0.5
 */
export function measureCsat(answers: readonly GivenAnswer[], foreign: number): Measure {
  const content = answers.filter(({ score }) => score >= 4);
  const value = ratioOf(countShares(content), countShares(answers));
  if (value === null) return noMeasure(message("kpi.none.answers"));
  return {
    value,
    n: answers.length,
    notes: foreign === 0 ? [] : [message("kpi.note.other-scale", { count: foreign })],
    inputs: () => [
      countInput("kpi.input.content", countShares(content)),
      countInput("kpi.input.answers", countShares(answers)),
    ],
    rows: () => answers.map(({ row }) => row),
  };
}

/** NPS of answers from 0 to 10.
 * @example measureNps([{ score: 10, share: 1000000 }, { score: 9, share: 1000000 }, { score: 7, share: 1000000 }, { score: 0, share: 1000000 }]).value // => 25
 */
export function measureNps(answers: readonly GivenAnswer[]): Measure {
  const promoters = countShares(answers.filter(({ score }) => score >= 9));
  const detractors = countShares(answers.filter(({ score }) => score <= 6));
  const all = countShares(answers);
  const value = ratioOf((promoters - detractors) * 100, all);
  if (value === null) return noMeasure(message("kpi.none.answers"));
  return {
    value,
    n: answers.length,
    notes: [],
    inputs: () => [
      countInput("kpi.input.promoters", promoters),
      countInput("kpi.input.detractors", detractors),
      countInput("kpi.input.answers", all),
    ],
    rows: () => answers.map(({ row }) => row),
  };
}

/** The book knows no answers, or none so early. */
function bothSilent(context: KpiContext, period: Period): Message | null {
  const answers = silence(context, CSAT_ANSWERS, period);
  return answers === null ? null : silence(context, CASES, period) && answers;
}

interface Answering extends CountedFact {
  readonly customerId?: string | undefined;
  readonly customerName?: string | undefined;
}

/** One entry as an answer.
 * @example givenAnswer(CASES, { fact: aCase("k1", "2026-03-02"), day: "2026-03-02", share: 1000000, amount: null }, 4).row.ref // => { table: "cases", id: "k1" }
 */
export function givenAnswer<F extends Answering>(
  source: FactSource<F>,
  entry: Entry<F>,
  score: number,
): GivenAnswer {
  const { customerId, customerName } = entry.fact;
  const [row] = entryRows(source, [entry], () => ({ unit: "score", value: score }));
  return { score, share: entry.share, customerId, customerName, row: row! };
}
