import { useEffect } from "react";
import { create } from "zustand";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { readOnStore } from "../../storage/workspace-store.ts";
import { speakOfRooms } from "../language.ts";
import type { LateNeeds } from "./home-needs.ts";
import type { HomeSource } from "./home-source.ts";
import { payRules } from "./incentive-square.tsx";
import { useMatches } from "./use-matches.ts";

type Rule = (source: HomeSource) => NeedSources["findings"];

const loaded = create<{
  readonly ofCustomers: Rule | null;
  readonly ofTasks: Rule | null;
  readonly ofLives: Rule | null;
  readonly ofTraining: Rule | null;
  readonly ofReviews: Rule | null;
}>(() => ({ ofCustomers: null, ofTasks: null, ofLives: null, ofTraining: null, ofReviews: null }));

/** What customers, cases, tasks, targets of those who come and go, pay, and pairs wait for. Home is drawn without it: the rules and
 * the words of tasks are fetched, and a big book is read, after that. */
export function useLateNeeds(source: HomeSource): LateNeeds {
  const { ofCustomers, ofTasks, ofLives, ofTraining, ofReviews } = loaded();
  readOnStore();
  const hasTasks = source.workspace.rows.tasks.size > 0;
  const hasTargets = source.workspace.rows.targets.size > 0;
  useEffect(() => {
    void import("./customer-needs.ts").then(({ customerNeeds }) =>
      loaded.setState({ ofCustomers: customerNeeds }),
    );
  }, []);
  useEffect(() => {
    if (!hasTasks) return;
    void Promise.all([import("./task-needs.ts"), speakOfRooms()]).then(([{ taskNeeds }]) =>
      loaded.setState({ ofTasks: taskNeeds }),
    );
  }, [hasTasks]);
  useEffect(() => {
    if (!hasTargets) return;
    void import("../../../core/meeting/life-needs.ts").then(({ lifeNeeds }) =>
      loaded.setState({ ofLives: ({ workspace, book }) => lifeNeeds(workspace.rows, book.today) }),
    );
  }, [hasTargets]);
  const hasCourses = source.workspace.rows.courses.size > 0;
  useEffect(() => {
    if (!hasCourses) return;
    void Promise.all([import("./training-needs.ts"), speakOfRooms()]).then(([{ trainingNeeds }]) =>
      loaded.setState({ ofTraining: trainingNeeds }),
    );
  }, [hasCourses]);
  const { improvementPlans, reviewCycles } = source.workspace.rows;
  const hasReviews = improvementPlans.size + reviewCycles.size > 0;
  useEffect(() => {
    if (!hasReviews) return;
    void Promise.all([import("../../../core/review/review-needs.ts"), speakOfRooms()]).then(
      ([{ reviewNeeds }]) =>
        loaded.setState({ ofReviews: ({ workspace, book }) => reviewNeeds(workspace.rows, book.today) }),
    );
  }, [hasReviews]);
  const matches = useMatches(source.workspace);
  // The square of incentives fetches the rules of pay.
  const ofPay = payRules().rules?.payNeeds;
  const rules = [ofCustomers, ofTasks, ofLives, ofTraining, ofReviews, ofPay];
  return { findings: rules.flatMap((rule) => rule?.(source) ?? []), matches };
}
