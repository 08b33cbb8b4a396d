import type { TableName } from "../../base/id.ts";
import type { RulesFor } from "./field-rule.ts";
import { CUSTOMER_RULES, HISTORY_RULES } from "./rules/customer-rules.ts";
import { INCENTIVE_RULES } from "./rules/incentive-rules.ts";
import { MEETING_RULES } from "./rules/meeting-rules.ts";
import { REVIEW_RULES } from "./rules/review-rules.ts";
import { KPI_RULES, TARGET_RULES, TRAINING_RULES } from "./rules/target-rules.ts";
import { TEAM_RULES } from "./rules/team-rules.ts";

/** What goes out of each table and how. A table or field without a line here does not compile: nothing is ever shared that
 * nobody has thought about. */
export const SHARE_RULES: RulesFor<TableName> = {
  ...TEAM_RULES,
  ...CUSTOMER_RULES,
  ...HISTORY_RULES,
  ...KPI_RULES,
  ...TARGET_RULES,
  ...TRAINING_RULES,
  ...INCENTIVE_RULES,
  ...MEETING_RULES,
  ...REVIEW_RULES,
};
