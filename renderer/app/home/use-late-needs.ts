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

const loaded = create<{ readonly ofCustomers: Rule | null; readonly ofTasks: Rule | null }>(() => ({
  ofCustomers: null,
  ofTasks: null,
}));

/** What customers, cases, tasks, pay and pairs wait for. Home is drawn without it: the rules and the words of tasks are fetched, and
 * a big book is read, after that. */
export function useLateNeeds(source: HomeSource): LateNeeds {
  const { ofCustomers, ofTasks } = loaded();
  readOnStore();
  const hasTasks = source.workspace.rows.tasks.size > 0;
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
  // The square of incentives fetches them.
  const { rules } = payRules();
  const matches = useMatches(source.workspace);
  const findings = [
    ...(ofCustomers?.(source) ?? []),
    ...(ofTasks?.(source) ?? []),
    ...(rules?.payNeeds(source) ?? []),
  ];
  return { findings, matches };
}
