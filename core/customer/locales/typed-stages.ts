import type { Bilingual } from "../../base/schema.ts";
import type { Deal } from "../records.ts";

/** The stages of a book that is typed by hand, until an import brings others: name, category, chance in percent. */
export const TYPED_STAGES: readonly (readonly [Bilingual, Deal["category"], number])[] = [
  [{ zh: "初步接触", en: "First contact" }, "open", 10],
  [{ zh: "需求确认", en: "Needs confirmed" }, "open", 30],
  [{ zh: "方案报价", en: "Proposal" }, "open", 50],
  [{ zh: "商务谈判", en: "Negotiation" }, "open", 75],
  [{ zh: "赢单", en: "Won" }, "won", 100],
  [{ zh: "输单", en: "Lost" }, "lost", 0],
];
