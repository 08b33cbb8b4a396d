import { useMemo, useSyncExternalStore } from "react";
import { goTo, placeHref } from "../../platform/place.ts";

/** What the address of the tasks says: one task open, and the duty or target whose tasks are looked at. */
export interface TaskPlace {
  readonly id: string | null;
  readonly duty: string | null;
  readonly target: string | null;
}

export function useTaskPlace(): TaskPlace {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => {
    const query = new URLSearchParams(hash.split("?", 2)[1] ?? "");
    return { id: query.get("id"), duty: query.get("duty"), target: query.get("target") };
  }, [hash]);
}

/** The address of the tasks. */
export function taskHref(place: Partial<TaskPlace>): string {
  const said = Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== null);
  return placeHref("team", "tasks", Object.fromEntries(said));
}

export function goToTasks(place: Partial<TaskPlace>): void {
  goTo(taskHref(place));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
