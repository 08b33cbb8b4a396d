import { useSyncExternalStore } from "react";
import { goTo, placeHref } from "../../platform/place.ts";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

function idOfAddress(): string | null {
  return new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "").get("id");
}

/** The record that the address opens (`?id=…`), and how to open another one or none. */
export function useOpenId(path: string): readonly [string | null, (id: string | null) => void] {
  const shown = useSyncExternalStore(subscribe, idOfAddress);
  const open = (next: string | null): void => {
    // What closes after its save must not take back who has gone on meanwhile.
    if (next === null && idOfAddress() !== shown) return;
    goTo(placeHref("training", path, next === null ? {} : { id: next }));
  };
  return [shown, open] as const;
}
