import type { Group } from "../records.ts";

/** The three groups that every team starts with: names in both languages, purpose in the language of the workspace. */
export const SEED_GROUPS = [
  {
    key: "growth",
    color: "teal",
    name: { zh: "客户开发组", en: "Customer development" },
    purpose: { zh: "找到新客户，谈成第一单。", en: "Find new customers and win their first order." },
  },
  {
    key: "care",
    color: "blue",
    name: { zh: "客户维护组", en: "Customer care" },
    purpose: {
      zh: "让老客户满意、续约、多买。",
      en: "Keep customers content, renewing and buying more.",
    },
  },
  {
    key: "data",
    color: "violet",
    name: { zh: "数据分析组", en: "Data analysis" },
    purpose: {
      zh: "把数字弄对、讲清，帮大家做决定。",
      en: "Get the figures right and clear, so that the others can decide.",
    },
  },
] as const satisfies readonly {
  readonly key: string;
  readonly color: Group["color"];
  readonly name: { readonly zh: string; readonly en: string };
  readonly purpose: { readonly zh: string; readonly en: string };
}[];
export type SeedGroupKey = (typeof SEED_GROUPS)[number]["key"];
