import type { SeedGroupKey } from "./seed-groups.ts";

/** Levels expected of junior, regular and senior members; 0 expects nothing. */
type Levels = readonly [junior: number, regular: number, senior: number];

/** The skills that every team starts with, and what each group expects of its grades. */
export const SEED_SKILLS = [
  skill(
    "market",
    { zh: "市场分析", en: "Market analysis" },
    { growth: [1, 2, 3], care: [0, 1, 2], data: [2, 3, 5] },
  ),
  skill(
    "prospecting",
    { zh: "客户开拓", en: "Prospecting" },
    { growth: [2, 3, 5], care: [0, 1, 2], data: [0, 0, 0] },
  ),
  skill(
    "visiting",
    { zh: "拜访技巧", en: "Visiting" },
    { growth: [2, 3, 4], care: [2, 3, 4], data: [0, 0, 0] },
  ),
  skill(
    "needs",
    { zh: "需求挖掘", en: "Finding needs" },
    { growth: [2, 3, 4], care: [2, 3, 4], data: [0, 1, 2] },
  ),
  skill(
    "product",
    { zh: "产品知识", en: "Product knowledge" },
    { growth: [2, 3, 4], care: [2, 4, 5], data: [1, 2, 3] },
  ),
  skill(
    "negotiation",
    { zh: "商务谈判", en: "Negotiation" },
    { growth: [2, 3, 5], care: [1, 2, 4], data: [0, 0, 0] },
  ),
  skill(
    "service",
    { zh: "客户服务", en: "Customer service" },
    { growth: [1, 2, 3], care: [2, 4, 5], data: [0, 1, 1] },
  ),
  skill(
    "writing",
    { zh: "书面表达", en: "Writing" },
    { growth: [1, 3, 4], care: [1, 2, 3], data: [2, 3, 4] },
  ),
  skill(
    "speaking",
    { zh: "演讲表达", en: "Presenting" },
    { growth: [1, 3, 4], care: [1, 2, 3], data: [1, 2, 4] },
  ),
  skill(
    "crm",
    { zh: "CRM 使用", en: "Use of the CRM" },
    { growth: [2, 3, 3], care: [2, 3, 3], data: [3, 4, 5] },
  ),
  skill(
    "data",
    { zh: "数据分析", en: "Data analysis" },
    { growth: [1, 1, 2], care: [1, 1, 2], data: [3, 4, 5] },
  ),
  skill(
    "leading",
    { zh: "带人协作", en: "Leading and teamwork" },
    { growth: [1, 2, 4], care: [1, 2, 4], data: [1, 2, 4] },
  ),
] as const;
export type SeedSkillKey =
  | "market"
  | "prospecting"
  | "visiting"
  | "needs"
  | "product"
  | "negotiation"
  | "service"
  | "writing"
  | "speaking"
  | "crm"
  | "data"
  | "leading";

function skill(
  key: SeedSkillKey,
  name: { readonly zh: string; readonly en: string },
  levels: Readonly<Record<SeedGroupKey, Levels>>,
) {
  return { key, name, levels };
}
