import { base } from "./zh-cn/base.ts";
import { app } from "./zh-cn/app.ts";
import { team } from "./zh-cn/team.ts";
import { customerPage } from "./zh-cn/customer-page.ts";
import { kpi } from "./zh-cn/kpi.ts";
import { target } from "./zh-cn/target.ts";
import { training } from "./zh-cn/training.ts";
import { incentive } from "./zh-cn/incentive.ts";
import { meeting } from "./zh-cn/meeting.ts";
import { vault } from "./zh-cn/vault.ts";
import { start } from "./zh-cn/start.ts";
import type { Dictionary } from "./dictionary.ts";

/** What the first screens say in zh-CN: frame, home, and what home says of the rooms. */
export const zhCnFirst: Dictionary = {
  ...base,
  ...app,
  ...team,
  ...customerPage,
  ...kpi,
  ...target,
  ...training,
  ...incentive,
  ...meeting,
  ...vault,
  ...start,
};
