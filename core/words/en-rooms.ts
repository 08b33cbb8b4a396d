import { baseFiles } from "./en/base-files.ts";
import { customer } from "./en/customer.ts";
import { customerAnalysis } from "./en/customer-analysis.ts";
import { customerMatch } from "./en/customer-match.ts";
import { customerHistory } from "./en/customer-history.ts";
import { customerQuality } from "./en/customer-quality.ts";
import { targetForecast } from "./en/target-forecast.ts";
import { targetLife } from "./en/target-life.ts";
import { targetVersions } from "./en/target-versions.ts";
import { targetGoals } from "./en/target-goals.ts";
import { teamTasks } from "./en/team-tasks.ts";
import { trainingRoom } from "./en/training-room.ts";
import { targetLetters } from "./en/target-letters.ts";
import { meetingPractice } from "./en/meeting-practice.ts";
import { incentiveRewards } from "./en/incentive-rewards.ts";
import { incentivePay } from "./en/incentive-pay.ts";
import { review } from "./en/review.ts";
import { reviewPack } from "./en/review-pack.ts";
import { reviewHandover } from "./en/review-handover.ts";
import { meetingActions } from "./en/meeting-actions.ts";
import { meetingRoom } from "./en/meeting-room.ts";
import { reviewCycles } from "./en/review-cycles.ts";
import { vaultUpdates } from "./en/vault-updates.ts";
import { vaultShare } from "./en/vault-share.ts";
import { vaultMerge } from "./en/vault-merge.ts";
import { vaultMergeFields } from "./en/vault-merge-fields.ts";
import { vaultRescue } from "./en/vault-rescue.ts";
import { reviewPlans } from "./en/review-plans.ts";
import { vaultBackup } from "./en/vault-backup.ts";
import type { Dictionary } from "./dictionary.ts";

/** What only the rooms say in en: fetched with the first of them. */
export const enRooms: Dictionary = {
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
