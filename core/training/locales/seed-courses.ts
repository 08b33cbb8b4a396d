import type { SeedKpiKey } from "../../kpi/locales/seed-kpis.ts";
import type { SeedSkillKey } from "../../team/locales/seed-skills.ts";
import type { Course } from "../records.ts";

/** A course that most teams need. Skill and KPIs are those of the libraries that every workspace starts with. */
export interface SeedCourse extends Pick<Course, "name" | "topic" | "hours"> {
  readonly key: string;
  readonly skill?: SeedSkillKey;
  readonly level?: number;
  readonly kpis: readonly SeedKpiKey[];
  readonly passMark?: number;
  readonly certificateMonths?: number;
  /** Mandatory for everybody, within so many days. */
  readonly dueDays?: number;
}

export const SEED_COURSES: readonly SeedCourse[] = [
  {
    key: "market",
    name: { zh: "市场分析方法", en: "How to analyse a market" },
    topic: "market-analysis",
    skill: "market",
    level: 3,
    kpis: ["market-share"],
    hours: 6,
  },
  {
    key: "prospecting",
    name: { zh: "客户开拓实战", en: "Winning new customers" },
    topic: "sales-skills",
    skill: "prospecting",
    level: 4,
    kpis: ["new-customers"],
    hours: 6,
  },
  {
    key: "visiting",
    name: { zh: "高效拜访", en: "Visits that lead somewhere" },
    topic: "sales-skills",
    skill: "visiting",
    level: 3,
    kpis: ["visits"],
    hours: 4,
  },
  {
    key: "needs",
    name: { zh: "需求挖掘与提问", en: "Finding needs by asking" },
    topic: "sales-skills",
    skill: "needs",
    level: 4,
    kpis: ["win-rate"],
    hours: 4,
  },
  {
    key: "negotiation",
    name: { zh: "商务谈判", en: "Negotiation" },
    topic: "sales-skills",
    skill: "negotiation",
    level: 4,
    kpis: ["sales", "win-rate"],
    passMark: 70,
    hours: 8,
  },
  {
    key: "service",
    name: { zh: "客户服务与投诉处理", en: "Service and complaints" },
    topic: "customer-service",
    skill: "service",
    level: 4,
    kpis: ["customer-satisfaction", "complaints"],
    passMark: 60,
    certificateMonths: 24,
    hours: 6,
  },
  {
    key: "product",
    name: { zh: "产品知识认证", en: "Product certificate" },
    topic: "product",
    skill: "product",
    level: 4,
    kpis: ["sales"],
    passMark: 80,
    certificateMonths: 12,
    hours: 4,
  },
  {
    key: "crm",
    name: { zh: "CRM 使用规范", en: "Working with the CRM" },
    topic: "other",
    skill: "crm",
    level: 3,
    kpis: ["reports-on-time", "forecast-accuracy"],
    hours: 2,
  },
  {
    key: "compliance",
    name: { zh: "合规与廉洁", en: "Compliance" },
    topic: "compliance",
    kpis: [],
    passMark: 80,
    certificateMonths: 12,
    dueDays: 60,
    hours: 2,
  },
];
