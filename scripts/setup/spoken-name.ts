import { en } from "../../core/words/en.ts";
import { zhCn } from "../../core/words/zh-cn.ts";

/** What a button of this key is called, in whichever language the app speaks. */
export function spokenName(key: string): RegExp {
  const names = [zhCn[key], en[key]];
  if (names.includes(undefined)) throw new Error(`no words for ${key}`);
  const either = names.map((name) => name!.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return new RegExp(`^(${either})$`);
}
