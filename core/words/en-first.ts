import { base } from "./en/base.ts";
import { app } from "./en/app.ts";
import { team } from "./en/team.ts";
import { customerPage } from "./en/customer-page.ts";
import { kpi } from "./en/kpi.ts";
import { target } from "./en/target.ts";
import { training } from "./en/training.ts";
import { incentive } from "./en/incentive.ts";
import { meeting } from "./en/meeting.ts";
import { vault } from "./en/vault.ts";
import { start } from "./en/start.ts";
import type { Dictionary } from "./dictionary.ts";

/** What the first screens say in en: frame, home, and what home says of the rooms. */
export const enFirst: Dictionary = {
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
