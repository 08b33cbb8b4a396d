import { base } from "./zh-cn/base.ts";
import { app } from "./zh-cn/app.ts";
import { team } from "./zh-cn/team.ts";
import { customer } from "./zh-cn/customer.ts";
import { customerAnalysis } from "./zh-cn/customer-analysis.ts";
import { customerMatch } from "./zh-cn/customer-match.ts";
import { customerHistory } from "./zh-cn/customer-history.ts";
import { customerPage } from "./zh-cn/customer-page.ts";
import { customerQuality } from "./zh-cn/customer-quality.ts";
import { kpi } from "./zh-cn/kpi.ts";
import { target } from "./zh-cn/target.ts";
import { targetForecast } from "./zh-cn/target-forecast.ts";
import { training } from "./zh-cn/training.ts";
import { incentive } from "./zh-cn/incentive.ts";
import { meeting } from "./zh-cn/meeting.ts";
import { review } from "./zh-cn/review.ts";
import { vault } from "./zh-cn/vault.ts";
import { desktop } from "./zh-cn/desktop.ts";
import { cli } from "./zh-cn/cli.ts";
import { start } from "./zh-cn/start.ts";
import type { Dictionary } from "./dictionary.ts";

/** All words of zh-cn. */
export const zhCn: Dictionary = {
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
