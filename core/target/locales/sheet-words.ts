/** What the columns of target sheets are called, as `nameKey` writes them. */
export const ROLE_NAMES = {
  person: [
    "对象",
    "姓名",
    "成员",
    "人员",
    "员工",
    "销售",
    "销售员",
    "业务员",
    "负责人",
    "名称",
    "who",
    "name",
    "member",
    "person",
    "subject",
    "employee",
    "salesperson",
    "sales rep",
    "owner",
    "rep",
  ],
  number: [
    "工号",
    "员工号",
    "员工编号",
    "employee number",
    "employee no",
    "employee no.",
    "employee id",
    "staff id",
  ],
  group: ["小组", "组", "组别", "所属小组", "部门", "团队", "group", "team", "department"],
  kpi: ["指标", "kpi", "指标名称", "考核指标", "metric", "measure"],
  line: ["档位", "目标档位", "类型", "line", "target line", "level"],
  year: ["年份", "年度", "财年", "年", "year", "fiscal year", "fy"],
  period: ["周期", "期间", "月份", "时间", "period", "month", "time"],
  value: ["目标值", "值", "数值", "目标", "金额", "目标金额", "value", "target", "amount", "target value"],
  total: [
    "合计",
    "总计",
    "全年",
    "全年合计",
    "年度合计",
    "小计",
    "total",
    "sum",
    "full year",
    "year total",
    "annual",
  ],
} as const;

/** Rows that only add up what stands above them. */
export const TOTAL_ROWS = ["合计", "总计", "小计", "total", "totals", "sum", "grand total", "subtotal"];

/** Rows of the whole team. */
export const TEAM_ROWS = ["团队", "全队", "整个团队", "全体", "团队合计", "team", "whole team", "the team"];

/** The three lines by the names people give them. */
export const LINE_NAMES = {
  target: ["目标", "基本目标", "保底目标", "target"],
  stretch: ["冲刺", "冲刺目标", "stretch", "stretch target"],
  challenge: ["挑战", "挑战目标", "challenge", "challenge target"],
} as const;

/** What a head or a title says of the unit, as a power of ten of the main unit. */
export const UNIT_MARKS: readonly (readonly [RegExp, number])[] = [
  [/百万元|百万|millions?|\bmn\b/i, 6],
  [/万元|单位\s*[:：]?\s*万|[(（]\s*万\s*[)）]/, 4],
  [/千元|thousands?|['’]000/i, 3],
  [/亿元/, 8],
];

/** A month without its year, from a head: M01 counts from the fiscal year's first month, the others are calendar months. */
export const FISCAL_MONTH = /^m(0?[1-9]|1[0-2])$/;
export const CALENDAR_MONTH = /^(0?[1-9]|1[0-2])\s*月(?:份)?$/;
export const CHINESE_MONTHS = [
  "一月",
  "二月",
  "三月",
  "四月",
  "五月",
  "六月",
  "七月",
  "八月",
  "九月",
  "十月",
  "十一月",
  "十二月",
];
export const ENGLISH_MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/;
export const ENGLISH_MONTHS = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];
/** What Excel makes of 2026-03 in a CSV file: Mar-26. */
export const ENGLISH_DATED_MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-\s]*((?:20)?\d{2})$/;
export const QUARTER = /^(?:q\s*([1-4])|第?([一二三四1-4])季度?)$/;
export const CHINESE_DIGITS = "一二三四";
/** With its year: 2026-03, 2026/3, 2026.03, 2026年3月, 2026-03-01; 2026-Q3, 2026 Q3, 2026年第三季度; 2026, 2026年, FY2026. */
export const DATED_MONTH = /^((?:19|20|21)\d{2})\s*[-/.年]\s*(0?[1-9]|1[0-2])\s*(?:月|[-/.](?:0?1))?$/;
export const DATED_QUARTER = /^((?:19|20|21)\d{2})\s*年?\s*[-/]?\s*(?:q\s*([1-4])|第?([一二三四1-4])季度?)$/;
export const DATED_YEAR = /^(?:fy\s*)?((?:19|20|21)\d{2})\s*(?:年|财年|年度|年全年)?$/;
