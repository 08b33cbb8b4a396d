import { memo, useDeferredValue } from "react";
import { goTo, placeHref } from "../../platform/place.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AnalysisCycle, AnalysisOpen, AnalysisReasons } from "./analysis-cards.tsx";
import { AnalysisHead } from "./analysis-head.tsx";
import { AnalysisBusiness, AnalysisReceivables } from "./analysis-money.tsx";
import { AnalysisParts } from "./analysis-parts.tsx";
import { AnalysisStages } from "./analysis-stages.tsx";
import { AnalysisTools } from "./analysis-tools.tsx";
import { AnalysisTrend } from "./analysis-trend.tsx";
import { useAnalysis } from "./analysis-view.ts";
import type { AnalysisView } from "./analysis-view.ts";
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
  const later = useDeferredValue<AnalysisView | null>(view, null);
  const { undated } = view.analysis;
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
          <AnalysisParts view={view} />
        </div>
        {later && <LaterAnswers view={later} />}
      </div>
    </Page>
  );
}

const LaterAnswers = memo(function LaterAnswers({ view }: { readonly view: AnalysisView }) {
  return (
    <>
      <div className="wide">
        <AnalysisStages view={view} />
      </div>
      <AnalysisOpen view={view} />
      <AnalysisReasons view={view} />
      <AnalysisCycle view={view} />
      <AnalysisBusiness view={view} />
      <AnalysisReceivables view={view} />
      <AnalysisTrend view={view} />
    </>
  );
});
