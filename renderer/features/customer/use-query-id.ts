import { useSyncExternalStore } from "react";
import { goTo, placeHref } from "../../platform/place.ts";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

function idOfAddress(): string | null {
  return queryOf("id");
}

function newOfAddress(): string | null {
  return queryOf("new");
}

function queryOf(name: string): string | null {
  return new URLSearchParams(window.location.hash.split("?", 2)[1] ?? "").get(name);
}

/** The record that the address opens (`?id=…`), and how to open another one or none. */
export function useQueryId(path: string): readonly [string | null, (id: string | null) => void] {
  return useQuery(path, "id", idOfAddress);
}

/** Whether the address asks for a new record (`?new=` and the id of its customer, which may be empty), and how to ask. */
export function useNewRecord(path: string): readonly [string | null, (customerId: string | null) => void] {
  return useQuery(path, "new", newOfAddress);
}

function useQuery(path: string, name: "id" | "new", ofAddress: () => string | null) {
  const shown = useSyncExternalStore(subscribe, ofAddress);
  const ask = (next: string | null): void => {
    // What closes after its save must not take back who has gone on meanwhile.
    if (next === null && ofAddress() !== shown) return;
    goTo(placeHref("customer", path, next === null ? {} : { [name]: next }));
  };
  return [shown, ask] as const;
}
