import type { Competency } from "../../base/settings.ts";

/** What is rated beside the KPIs until the manager says otherwise. */
export const SEED_COMPETENCIES: readonly Competency[] = [
  { id: "expertise", name: { zh: "专业能力", en: "Expertise" } },
  { id: "customer-focus", name: { zh: "客户意识", en: "Customer focus" } },
  { id: "execution", name: { zh: "执行力", en: "Follow-through" } },
  { id: "teamwork", name: { zh: "团队协作", en: "Teamwork" } },
  { id: "learning", name: { zh: "学习成长", en: "Learning" } },
];
