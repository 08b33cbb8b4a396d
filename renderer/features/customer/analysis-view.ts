import { useMemo } from "react";
import { create } from "zustand";
import { parseSubjectKey, subjectKey } from "../../../core/base/id.ts";
import type { Subject } from "../../../core/base/id.ts";
import { parsePeriod, shiftPeriod } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Source } from "../../../core/customer/records.ts";
import { analyse, filterAnswers } from "../../../core/kpi/analysis/analyse.ts";
import type { Analysis, FilterAnswers } from "../../../core/kpi/analysis/analyse.ts";
import { bookSources } from "../../../core/kpi/analysis/analysis-filter.ts";
import type { Dimension } from "../../../core/kpi/analysis/dimensions.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

/** What the page of analysis is asked, beside the period that rules every screen. */
interface AnalysisChoice {
  /** A subject's key. */
  readonly subject: string;
  readonly source: Source | "all";
  readonly compare: "none" | "before";
  readonly dimension: Dimension;
}

/** Kept while the app is open: who comes back finds the same question. */
export const analysisChoice = create<AnalysisChoice>(() => ({
  subject: "team",
  source: "all",
  compare: "none",
  dimension: "member",
}));

/** What the page shows. */
export interface AnalysisView {
  readonly analysis: Analysis;
  /** What of it the filter alone decides: the same object as long as the filter is the same. */
  readonly answers: FilterAnswers;
  readonly sources: readonly Source[];
  readonly period: Period;
  readonly periodBefore: Period;
}

/** What a card shows that the filter alone decides. */
export interface AnswersProps {
  readonly answers: FilterAnswers;
}

/** The answers for what is chosen; worked out anew when the book or the question changes. */
export function useAnalysis(): AnalysisView {
  const workspace = useWorkspace();
  const today = useView((view) => view.today);
  const periodId = useView((view) => view.periodId);
  const { subject, source, compare, dimension } = analysisChoice();
  return useMemo(() => {
    const context = kpiContext(workspace, today);
    const { fiscalStart } = settingsOf(workspace);
    const period = parsePeriod(periodId, fiscalStart)!;
    const sources = bookSources(context);
    const filter = {
      subject: knownSubject(workspace, subject),
      source: source !== "all" && sources.includes(source) ? source : null,
      period,
    };
    return {
      answers: filterAnswers(context, filter),
      analysis: analyse(context, { filter, dimension, isCompared: compare === "before" }),
      sources,
      period,
      periodBefore: shiftPeriod(period, -1, fiscalStart),
    };
  }, [workspace, today, periodId, subject, source, compare, dimension]);
}

/** The chosen subject; the team once a member or group is gone. */
function knownSubject({ rows }: Workspace, key: string): Subject {
  const subject = parseSubjectKey(key);
  const isKnown =
    !("id" in subject) ||
    (subject.kind === "member" ? rows.members.has(subject.id) : rows.groups.has(subject.id));
  return isKnown ? subject : parseSubjectKey(subjectKey({ kind: "team" }));
}
