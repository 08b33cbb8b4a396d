import { base } from "./en/base.ts";
import { app } from "./en/app.ts";
import { team } from "./en/team.ts";
import { customer } from "./en/customer.ts";
import { customerAnalysis } from "./en/customer-analysis.ts";
import { customerMatch } from "./en/customer-match.ts";
import { customerHistory } from "./en/customer-history.ts";
import { customerPage } from "./en/customer-page.ts";
import { customerQuality } from "./en/customer-quality.ts";
import { kpi } from "./en/kpi.ts";
import { target } from "./en/target.ts";
import { targetForecast } from "./en/target-forecast.ts";
import { training } from "./en/training.ts";
import { incentive } from "./en/incentive.ts";
import { meeting } from "./en/meeting.ts";
import { review } from "./en/review.ts";
import { vault } from "./en/vault.ts";
import { desktop } from "./en/desktop.ts";
import { cli } from "./en/cli.ts";
import { start } from "./en/start.ts";
import type { Dictionary } from "./dictionary.ts";

/** All words of en. */
export const en: Dictionary = {
  ...base,
  ...app,
  ...team,
  ...customer,
  ...customerAnalysis,
  ...customerMatch,
  ...customerHistory,
  ...customerPage,
  ...customerQuality,
  ...kpi,
  ...target,
  ...targetForecast,
  ...training,
  ...incentive,
  ...meeting,
  ...review,
  ...vault,
  ...desktop,
  ...cli,
  ...start,
};
