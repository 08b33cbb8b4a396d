import { useSyncExternalStore } from "react";
import { goTo, placeHref } from "../../platform/place.ts";

/** The record of a place that the address opens (`?id=…`), and how to open another one or none. */
export function useOpenRecord(place: string): readonly [string | null, (id: string | null) => void] {
  const shown = useSyncExternalStore(subscribe, idOfAddress);
  const open = (id: string | null): void => {
    // What closes after its save must not take back who has gone on meanwhile.
    if (id === null && idOfAddress() !== shown) return;
    goTo(placeHref("incentive", place, id === null ? {} : { id }));
  };
  return [shown, open];
}

function idOfAddress(): string | null {
  return new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "").get("id");
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
