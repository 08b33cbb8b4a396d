import type { FactRef, RecordRef } from "../../core/base/id.ts";
import { placeHref } from "./place.ts";

/** Where a record can be seen; `null` when it has no place of its own. */
export function recordHref(ref: FactRef | RecordRef): string | null {
  switch (ref.table) {
    case "members":
      return placeHref("team", `members/${encodeURIComponent(ref.id)}`);
    case "groups":
      return placeHref("team", "groups");
    case "duties":
      return placeHref("team", `matrix/${encodeURIComponent(ref.id)}`);
    case "assignments":
      return placeHref("team", "matrix");
    case "skills":
    case "skillRatings":
    case "skillExpectations":
      return placeHref("team", "skills");
    case "tasks":
      return placeHref("team", "tasks", { id: ref.id });
    case "kpis":
    case "kpiSets":
      return placeHref("kpi");
    case "measurements":
      return placeHref("kpi", "values");
    case "targets":
      return placeHref("target");
    case "forecasts":
    case "weeklyCommits":
      return placeHref("target", "forecast");
    case "goals":
    case "marketSizes":
      return placeHref("target", "goals");
    case "calendarDays":
      return placeHref("target", "calendar");
    case "ladderSteps":
    case "promotions":
      return placeHref("incentive", "promotion", { id: ref.id });
    case "recognitions":
      return placeHref("incentive", "recognition", { id: ref.id });
    case "rewardEvents":
      return placeHref("incentive", "events", { id: ref.id });
    case "meetings":
      return placeHref("meeting", "meeting", { id: ref.id });
    case "meetingSeries":
      return placeHref("meeting");
    case "actions":
    case "decisions":
      return placeHref("meeting", ref.table, { id: ref.id });
    case "payPlans":
      return placeHref("incentive", `plans/${encodeURIComponent(ref.id)}`);
    case "statements":
      return placeHref("incentive", `statements/${encodeURIComponent(ref.id)}`);
    case "payAdjustments":
      return placeHref("incentive", "statements");
    case "rewardBudgets":
      return placeHref("incentive", "budgets");
    case "customers":
    case "contacts":
    case "deals":
    case "activities":
    case "cases":
    case "orders":
    case "payments":
    case "products":
    case "answers":
      return placeHref("customer", ref.table, { id: ref.id });
    case "practices":
      return placeHref("meeting", "practices", { id: ref.id });
    case "announcements":
      return placeHref("meeting", "feed", { id: ref.id });
    case "courses":
      return placeHref("training", "courses", { id: ref.id });
    case "trainingSessions":
      return placeHref("training", "plan", { id: ref.id });
    case "enrolments":
      return placeHref("training", "plan", { id: ref.id.split("|", 1)[0]! });
    case "trainingBudgets":
      return placeHref("training", "plan");
    case "reviewCycles":
    case "reviewSnapshots":
      return placeHref("review", "cycle");
    case "reviews":
      return placeHref("review", `cycle/${ref.id.split("|")[1] ?? ""}`);
    case "evidence":
      return placeHref("review", "evidence");
    case "scorePoints":
      return placeHref("review", "scores");
    case "batches":
      return placeHref("customer", "batches", { id: ref.id });
    default:
      return null;
  }
}
