import { memo, useDeferredValue } from "react";
import { goTo, placeHref } from "../../platform/place.ts";
import type { FilterAnswers } from "../../../core/kpi/analysis/analyse.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { WhenSeen } from "../../ui/when-seen.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AnalysisCycle, AnalysisOpen, AnalysisReasons } from "./analysis-cards.tsx";
import { AnalysisHead } from "./analysis-head.tsx";
import { AnalysisBusiness, AnalysisReceivables } from "./analysis-money.tsx";
import { AnalysisParts } from "./analysis-parts.tsx";
import { AnalysisStages } from "./analysis-stages.tsx";
import { AnalysisTools } from "./analysis-tools.tsx";
import { AnalysisTrend } from "./analysis-trend.tsx";
import { useAnalysis } from "./analysis-view.ts";
import type { AnswersProps } from "./analysis-view.ts";
import { openWizard } from "./import/open-wizard.ts";
import "./analysis.css";

/** What the book says about selling: one question after another, each figure explained. */
export function AnalysisPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const workspace = useWorkspace();
  const isEmpty = factsOf(workspace, "deals").length === 0 && factsOf(workspace, "orders").length === 0;
  if (!isEmpty) return <Answers tabs={tabs} />;
  return (
    <Page tabs={tabs} activeTab="analysis">
      <EmptyState
        title={words.text("customer.analysis.empty")}
        text={words.text("customer.analysis.empty.text")}
        actions={[
          { label: words.text("customer.empty.import"), onClick: openWizard },
          {
            label: words.text("customer.analysis.empty.deals"),
            onClick: () => goTo(placeHref("customer", "deals", { new: "" })),
          },
        ]}
      />
    </Page>
  );
}

/** A change of the question is answered first where people look, then below, between two strokes. */
function Answers({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const view = useAnalysis();
  const later = useDeferredValue<FilterAnswers | null>(view.answers, null);
  const { undated } = view.answers;
  return (
    <Page tabs={tabs} activeTab="analysis" tools={<AnalysisTools sources={view.sources} />}>
      <AnalysisHead view={view} />
      {undated.n > 0 && (
        <p className="quiet">
          {words.text("customer.analysis.undated")} <ExplainedFigure of={undated} />
        </p>
      )}
      <div className="analysis-cards">
        <div className="wide">
          <AnalysisParts parts={view.analysis.parts} whole={view.answers.whole} />
        </div>
        {later && <LaterAnswers answers={later} />}
      </div>
    </Page>
  );
}

/** The first is as wide as the page. */
const CARDS = [
  AnalysisStages,
  AnalysisOpen,
  AnalysisReasons,
  AnalysisCycle,
  AnalysisBusiness,
  AnalysisReceivables,
  AnalysisTrend,
].map((card) => memo<AnswersProps>(card));

const LaterAnswers = memo(function LaterAnswers({ answers }: AnswersProps) {
  return CARDS.map((Card, at) => (
    <WhenSeen
      key={at}
      of={answers}
      {...(at === 0 ? { className: "wide" } : {})}
      draw={(shown) => <Card answers={shown} />}
    />
  ));
});
