import { baseFiles } from "./zh-cn/base-files.ts";
import { customer } from "./zh-cn/customer.ts";
import { customerAnalysis } from "./zh-cn/customer-analysis.ts";
import { customerMatch } from "./zh-cn/customer-match.ts";
import { customerHistory } from "./zh-cn/customer-history.ts";
import { customerQuality } from "./zh-cn/customer-quality.ts";
import { targetForecast } from "./zh-cn/target-forecast.ts";
import { targetLife } from "./zh-cn/target-life.ts";
import { targetVersions } from "./zh-cn/target-versions.ts";
import { targetGoals } from "./zh-cn/target-goals.ts";
import { teamTasks } from "./zh-cn/team-tasks.ts";
import { trainingRoom } from "./zh-cn/training-room.ts";
import { targetLetters } from "./zh-cn/target-letters.ts";
import { meetingPractice } from "./zh-cn/meeting-practice.ts";
import { incentiveRewards } from "./zh-cn/incentive-rewards.ts";
import { incentivePay } from "./zh-cn/incentive-pay.ts";
import { review } from "./zh-cn/review.ts";
import { reviewPack } from "./zh-cn/review-pack.ts";
import { reviewHandover } from "./zh-cn/review-handover.ts";
import { meetingActions } from "./zh-cn/meeting-actions.ts";
import { meetingRoom } from "./zh-cn/meeting-room.ts";
import { reviewCycles } from "./zh-cn/review-cycles.ts";
import { vaultUpdates } from "./zh-cn/vault-updates.ts";
import { vaultShare } from "./zh-cn/vault-share.ts";
import { vaultMerge } from "./zh-cn/vault-merge.ts";
import { vaultMergeFields } from "./zh-cn/vault-merge-fields.ts";
import { vaultRescue } from "./zh-cn/vault-rescue.ts";
import { reviewPlans } from "./zh-cn/review-plans.ts";
import { vaultBackup } from "./zh-cn/vault-backup.ts";
import type { Dictionary } from "./dictionary.ts";

/** What only the rooms say in zh-CN: fetched with the first of them. */
export const zhCnRooms: Dictionary = {
  ...baseFiles,
  ...customer,
  ...customerAnalysis,
  ...customerMatch,
  ...customerHistory,
  ...customerQuality,
  ...targetForecast,
  ...targetLife,
  ...targetVersions,
  ...targetGoals,
  ...teamTasks,
  ...targetLetters,
  ...meetingPractice,
  ...incentiveRewards,
  ...trainingRoom,
  ...incentivePay,
  ...review,
  ...reviewPack,
  ...reviewHandover,
  ...meetingActions,
  ...meetingRoom,
  ...reviewCycles,
  ...vaultUpdates,
  ...vaultShare,
  ...vaultMerge,
  ...vaultMergeFields,
  ...vaultRescue,
  ...reviewPlans,
  ...vaultBackup,
};
