import { useEffect } from "react";
import { create } from "zustand";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { readOnStore } from "../../storage/workspace-store.ts";
import type { customerNeeds } from "./customer-needs.ts";
import type { HomeSource } from "./home-source.ts";

const loaded = create<{ readonly needsOf: typeof customerNeeds | null }>(() => ({ needsOf: null }));

/** What customers and cases wait for. Home is drawn without it: its rules are fetched, and a big book is read, after that. */
export function useCustomerNeeds(source: HomeSource): NeedSources["findings"] {
  const { needsOf } = loaded();
  readOnStore();
  useEffect(() => {
    void import("./customer-needs.ts").then((rules) => loaded.setState({ needsOf: rules.customerNeeds }));
  }, []);
  return needsOf?.(source) ?? [];
}
