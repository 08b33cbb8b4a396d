import { explainFairness } from "../../../core/target/allocation/explain-share.ts";
import type { Allocation } from "../../../core/target/allocation/propose-allocation.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MOST_SCENARIOS } from "./use-allocation.ts";
import type { Assistant, Scenario } from "./use-allocation.ts";

/** How evenly the shares weigh, for what is on screen and for each kept scenario beside it. */
export function AllocationFairness({ assistant }: { readonly assistant: Assistant }) {
  const words = useWords();
  const { result, scenarios, keep } = assistant;
  const isFull = scenarios.length === MOST_SCENARIOS;
  return (
    <div className="allocation-fairness">
      <div className="allocation-measure">
        <strong>{words.text("target.allocation.fairness")}</strong>
        {result.ok && <Measures assistant={assistant} allocation={result.value} />}
        <Button
          kind="chip"
          disabled={isFull || !result.ok}
          {...(isFull ? { title: words.text("target.allocation.scenario.full") } : {})}
          onClick={keep}
        >
          {words.text("target.allocation.scenario.keep")}
        </Button>
      </div>
      {scenarios.map((scenario) => (
        <KeptScenario key={scenario.name} assistant={assistant} scenario={scenario} />
      ))}
    </div>
  );
}

function KeptScenario({ assistant, scenario }: { assistant: Assistant; scenario: Scenario }) {
  const words = useWords();
  const name = words.text("target.allocation.scenario", { name: scenario.name });
  const use = words.text("target.allocation.scenario.use", { scenario: name });
  const drop = words.text("target.allocation.scenario.drop", { scenario: name });
  return (
    <div className="allocation-measure">
      <Button kind="chip" label={use} title={use} onClick={() => assistant.use(scenario)}>
        {name}
      </Button>
      {scenario.result.ok ? (
        <Measures assistant={assistant} allocation={scenario.result.value} />
      ) : (
        <span className="tone-at-risk">{words.text("target.allocation.scenario.refused")}</span>
      )}
      <Button kind="link" label={drop} title={drop} onClick={() => assistant.drop(scenario)}>
        <span aria-hidden>✕</span>
      </Button>
    </div>
  );
}

function Measures({ assistant, allocation }: { assistant: Assistant; allocation: Allocation }) {
  const words = useWords();
  const { tree } = assistant.table;
  const { spread, gini } = allocation.fairness;
  const number = (value: number | null) =>
    value === null ? words.text("base.none") : twoDecimals(words.locale).format(value);
  return (
    <>
      <span>
        {words.text("target.allocation.fairness.spread")}{" "}
        <Figure
          quantity={{ unit: "ratio", value: spread }}
          text={words.text("target.allocation.fairness.times", { spread: number(spread) })}
          explain={() => explainFairness(tree, allocation, "spread")}
        />
      </span>
      <span>
        {words.text("target.allocation.fairness.gini")}{" "}
        <Figure
          quantity={{ unit: "ratio", value: gini }}
          text={number(gini)}
          explain={() => explainFairness(tree, allocation, "gini")}
        />
      </span>
    </>
  );
}

const formatByLocale = new Map<string, Intl.NumberFormat>();

function twoDecimals(locale: string): Intl.NumberFormat {
  const known =
    formatByLocale.get(locale) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  formatByLocale.set(locale, known);
  return known;
}
