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
export function useQueryId(path: string): readonly [string | null, (id: string | null) => void] {
  const id = useSyncExternalStore(subscribe, idOfAddress);
  return [id, (next) => goTo(placeHref("customer", path, next === null ? {} : { id: next }))];
}
