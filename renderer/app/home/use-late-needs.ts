import { useEffect } from "react";
import { create } from "zustand";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { readOnStore } from "../../storage/workspace-store.ts";
import { speakOfRooms } from "../language.ts";
import type { LateNeeds } from "./home-needs.ts";
import type { HomeSource } from "./home-source.ts";
import { useMatches } from "./use-matches.ts";

type Rule = (source: HomeSource) => NeedSources["findings"];

const loaded = create<{
  readonly ofCustomers: Rule | null;
  readonly ofTasks: Rule | null;
  readonly ofTraining: Rule | null;
}>(() => ({ ofCustomers: null, ofTasks: null, ofTraining: null }));

/** What customers, cases, tasks and pairs wait for. Home is drawn without it: the rules and the words of tasks are fetched, and
 * a big book is read, after that. */
export function useLateNeeds(source: HomeSource): LateNeeds {
  const { ofCustomers, ofTasks, ofTraining } = loaded();
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
  const hasCourses = source.workspace.rows.courses.size > 0;
  useEffect(() => {
    if (!hasCourses) return;
    void Promise.all([import("./training-needs.ts"), speakOfRooms()]).then(([{ trainingNeeds }]) =>
      loaded.setState({ ofTraining: trainingNeeds }),
    );
  }, [hasCourses]);
  const matches = useMatches(source.workspace);
  return { findings: [ofCustomers, ofTasks, ofTraining].flatMap((rule) => rule?.(source) ?? []), matches };
}
