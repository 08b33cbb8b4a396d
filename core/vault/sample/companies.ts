import type { Random } from "./random.ts";
import { pick } from "./random.ts";

const CITIES = ["杭州", "苏州", "宁波", "上海", "南京", "无锡", "合肥", "嘉兴", "常州", "绍兴"] as const;
const NAMES = [
  "恒远",
  "锐成",
  "天目",
  "立信",
  "佳禾",
  "明湖",
  "博峰",
  "云川",
  "海润",
  "启明",
  "德盛",
  "瑞丰",
] as const;
const TRADES = [
  ["机械", "制造业"],
  ["电子", "电子信息"],
  ["物流", "交通物流"],
  ["食品", "食品饮料"],
  ["医疗器械", "医疗健康"],
  ["建材", "建筑建材"],
  ["软件", "信息服务"],
] as const;

/** An invented company. Any likeness to a real one is chance. */
export interface SampleCompany {
  readonly name: string;
  readonly industry: string;
  readonly region: string;
  readonly level: string;
}

/** As many companies with different names; at most 840.
 * @example sampleCompanies(seededRandom(1), 3).length // => 3
 */
export function sampleCompanies(random: Random, count: number): readonly SampleCompany[] {
  const byName = new Map<string, SampleCompany>();
  while (byName.size < count) {
    const city = pick(random, CITIES);
    const [trade, industry] = pick(random, TRADES);
    const name = `${city}${pick(random, NAMES)}${trade}有限公司`;
    byName.set(name, { name, industry, region: city, level: pick(random, ["A", "B", "B", "C"]) });
  }
  return [...byName.values()];
}
