import type { SeedGroupKey } from "./seed-groups.ts";
import type { SeedSkillKey } from "./seed-skills.ts";

export interface SeedDuty {
  readonly group: SeedGroupKey;
  readonly name: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  readonly skills: readonly SeedSkillKey[];
}

/** The duty catalogue that every team starts with: what the trade expects of each group. */
export const SEED_DUTIES: readonly SeedDuty[] = [
  {
    group: "growth",
    name: { zh: "市场调研", en: "Market research" },
    description: {
      zh: "摸清目标行业、区域和竞争对手，列出值得找的客户。",
      en: "Know the target industries, regions and rivals; list the customers worth approaching.",
    },
    skills: ["market", "data"],
  },
  {
    group: "growth",
    name: { zh: "线索开发", en: "Lead generation" },
    description: {
      zh: "通过展会、转介绍、电话和线上渠道取得线索，并及时跟进。",
      en: "Win leads at fairs, by referral, by phone and online, and follow them up in time.",
    },
    skills: ["prospecting", "crm"],
  },
  {
    group: "growth",
    name: { zh: "客户拜访", en: "Customer visits" },
    description: {
      zh: "按计划拜访新客户，弄清需求、预算和决策人。",
      en: "Visit prospects as planned; learn need, budget and who decides.",
    },
    skills: ["visiting", "needs"],
  },
  {
    group: "growth",
    name: { zh: "方案与报价", en: "Proposals and quotations" },
    description: {
      zh: "写方案、算价格，按期交给客户。",
      en: "Write proposals, price them, and hand them over on time.",
    },
    skills: ["product", "writing"],
  },
  {
    group: "growth",
    name: { zh: "商务谈判", en: "Negotiation" },
    description: {
      zh: "谈价格、账期和交付，守住底线。",
      en: "Negotiate price, payment terms and delivery; hold the line.",
    },
    skills: ["negotiation"],
  },
  {
    group: "growth",
    name: { zh: "合同签订", en: "Contract signing" },
    description: {
      zh: "合同条款核对、审批、签字和归档。",
      en: "Check the terms, have them approved, signed and filed.",
    },
    skills: ["negotiation", "product"],
  },
  {
    group: "growth",
    name: { zh: "渠道与伙伴", en: "Channels and partners" },
    description: {
      zh: "发展代理和合作伙伴，管好报备与冲突。",
      en: "Build up agents and partners; keep registrations and conflicts in order.",
    },
    skills: ["prospecting", "negotiation"],
  },
  {
    group: "care",
    name: { zh: "客户回访", en: "Follow-up visits" },
    description: {
      zh: "按客户等级定期回访，记下变化和新需求。",
      en: "Call on customers as often as their level asks; note changes and new needs.",
    },
    skills: ["service", "visiting"],
  },
  {
    group: "care",
    name: { zh: "问题处理", en: "Problem solving" },
    description: {
      zh: "接到问题先回应，再协调解决，最后告诉客户。",
      en: "Answer first, then have it solved, then tell the customer.",
    },
    skills: ["service", "product"],
  },
  {
    group: "care",
    name: { zh: "售后服务", en: "After-sales service" },
    description: {
      zh: "安装、培训、保修和备件的安排。",
      en: "Arrange installation, training, warranty and spare parts.",
    },
    skills: ["service", "product"],
  },
  {
    group: "care",
    name: { zh: "投诉处理", en: "Complaints" },
    description: {
      zh: "投诉登记、查原因、改进，并检查是否再发生。",
      en: "Record complaints, find the cause, mend it, and check that it stays mended.",
    },
    skills: ["service", "writing"],
  },
  {
    group: "care",
    name: { zh: "续约与增购", en: "Renewal and expansion" },
    description: {
      zh: "提前谈续约，发现增购和交叉销售的机会。",
      en: "Start renewals early; find openings to sell more.",
    },
    skills: ["needs", "negotiation"],
  },
  {
    group: "care",
    name: { zh: "回款跟进", en: "Receivables" },
    description: {
      zh: "对账、催款，逾期的及时上报。",
      en: "Reconcile accounts, ask for payment, report what is overdue.",
    },
    skills: ["negotiation", "crm"],
  },
  {
    group: "care",
    name: { zh: "满意度调查", en: "Satisfaction survey" },
    description: {
      zh: "定期调查满意度，把结果变成改进项。",
      en: "Ask customers regularly, and turn the answers into improvements.",
    },
    skills: ["service", "data"],
  },
  {
    group: "data",
    name: { zh: "销售数据分析", en: "Sales analysis" },
    description: {
      zh: "按月分析业绩、漏斗和客户，说清原因。",
      en: "Analyse results, funnel and customers each month, and say why.",
    },
    skills: ["data", "crm"],
  },
  {
    group: "data",
    name: { zh: "业绩报表", en: "Performance reports" },
    description: {
      zh: "周报、月报、季报，按时、口径一致。",
      en: "Weekly, monthly and quarterly reports, on time and by one definition.",
    },
    skills: ["data", "writing"],
  },
  {
    group: "data",
    name: { zh: "市场分析", en: "Market analysis" },
    description: {
      zh: "市场规模、份额和对手动态，每季度更新。",
      en: "Market size, share and what rivals do, brought up to date each quarter.",
    },
    skills: ["market", "data"],
  },
  {
    group: "data",
    name: { zh: "CRM 数据质量", en: "CRM data quality" },
    description: {
      zh: "查重、补全、纠错，把问题清单交给负责人。",
      en: "Find duplicates, gaps and errors; hand the list to those who can mend it.",
    },
    skills: ["crm", "data"],
  },
  {
    group: "data",
    name: { zh: "销售预测", en: "Sales forecast" },
    description: {
      zh: "每周更新预测，跟实际比，越来越准。",
      en: "Update the forecast weekly, compare it with what came, and get better at it.",
    },
    skills: ["data", "market"],
  },
  {
    group: "data",
    name: { zh: "目标与指标核算", en: "Targets and KPI figures" },
    description: {
      zh: "每月核算目标达成和考核指标，数字可追溯。",
      en: "Work out attainment and KPIs each month, every figure traceable.",
    },
    skills: ["data", "crm"],
  },
];
