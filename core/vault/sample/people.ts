import type { Member, Membership } from "../../team/records.ts";

/** One invented person of the sample team. `group` is the place of the seeded group: develop, care, analyse. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly email: string;
  readonly group: 0 | 1 | 2;
  readonly title: string;
  readonly grade: Membership["grade"];
  readonly hiredOn: string;
  readonly experienceYears: number;
  readonly ftePercent: Member["ftePercent"];
  readonly aliases: readonly string[];
  /** Plan of an average month in yuan, and how the person does against it: the stories of the sample. */
  readonly monthlyPlan: number;
  readonly performance: number;
  readonly leader?: true;
}

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    id: "m-wang-fang",
    name: "王芳",
    employeeNumber: "HD001",
    email: "wang.fang@example.com",
    group: 0,
    title: "客户开发经理",
    grade: "senior",
    hiredOn: "2019-03-04",
    experienceYears: 11,
    ftePercent: 100,
    aliases: ["Wang Fang"],
    monthlyPlan: 300_000,
    performance: 1.13,
    leader: true,
  },
  {
    id: "m-zhao-lei",
    name: "赵磊",
    employeeNumber: "HD004",
    email: "zhao.lei@example.com",
    group: 0,
    title: "客户开发专员",
    grade: "regular",
    hiredOn: "2021-07-12",
    experienceYears: 6,
    ftePercent: 100,
    aliases: ["Zhao Lei"],
    monthlyPlan: 280_000,
    performance: 0.99,
  },
  {
    id: "m-li-min",
    name: "李敏",
    employeeNumber: "HD006",
    email: "li.min@example.com",
    group: 0,
    title: "客户开发专员",
    grade: "regular",
    hiredOn: "2022-02-21",
    experienceYears: 4,
    ftePercent: 100,
    aliases: ["Li Min"],
    monthlyPlan: 270_000,
    performance: 0.72,
  },
  {
    id: "m-sun-yang",
    name: "孙洋",
    employeeNumber: "HD011",
    email: "sun.yang@example.com",
    group: 0,
    title: "客户开发专员",
    grade: "junior",
    hiredOn: "2025-02-17",
    experienceYears: 2,
    ftePercent: 100,
    aliases: [],
    monthlyPlan: 170_000,
    performance: 1.12,
  },
  {
    id: "m-zhou-tao",
    name: "周涛",
    employeeNumber: "HD002",
    email: "zhou.tao@example.com",
    group: 1,
    title: "客户维护经理",
    grade: "senior",
    hiredOn: "2018-09-03",
    experienceYears: 13,
    ftePercent: 100,
    aliases: ["Zhou Tao"],
    monthlyPlan: 250_000,
    performance: 0.97,
    leader: true,
  },
  {
    id: "m-wu-qian",
    name: "吴倩",
    employeeNumber: "HD005",
    email: "wu.qian@example.com",
    group: 1,
    title: "客户维护专员",
    grade: "regular",
    hiredOn: "2020-11-09",
    experienceYears: 7,
    ftePercent: 100,
    aliases: ["Wu Qian"],
    monthlyPlan: 240_000,
    performance: 1.07,
  },
  {
    id: "m-zheng-kai",
    name: "郑凯",
    employeeNumber: "HD009",
    email: "zheng.kai@example.com",
    group: 1,
    title: "客户维护专员",
    grade: "regular",
    hiredOn: "2023-05-15",
    experienceYears: 4,
    ftePercent: 100,
    aliases: [],
    monthlyPlan: 210_000,
    performance: 1.04,
  },
  {
    id: "m-chen-jing",
    name: "陈静",
    employeeNumber: "HD003",
    email: "chen.jing@example.com",
    group: 2,
    title: "数据分析主管",
    grade: "senior",
    hiredOn: "2019-08-26",
    experienceYears: 9,
    ftePercent: 100,
    aliases: ["Chen Jing"],
    monthlyPlan: 90_000,
    performance: 0.95,
    leader: true,
  },
  {
    id: "m-lin-yue",
    name: "林悦",
    employeeNumber: "HD010",
    email: "lin.yue@example.com",
    group: 2,
    title: "数据分析师",
    grade: "junior",
    hiredOn: "2024-06-03",
    experienceYears: 2,
    ftePercent: 80,
    aliases: [],
    monthlyPlan: 70_000,
    performance: 0.9,
  },
];

/** Shares of the year by month, in percent of an average month: spring festival is quiet, quarter ends are busy. */
export const SAMPLE_SEASON: readonly number[] = [88, 62, 112, 94, 98, 116, 92, 96, 118, 96, 106, 122];
