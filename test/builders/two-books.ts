import { putRecords } from "../../core/base/change.ts";
import type { CustomerId } from "../../core/base/id.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Customer } from "../../core/customer/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { emptyBook } from "./import.ts";

const PLACES = ["杭州", "上海", "深圳", "苏州", "成都", "武汉", "宁波", "青岛"] as const;
const SYLLABLES = [..."华信达科瑞丰泰恒通宏远创新智联众合嘉盛金石安康博雅东方海天银河正大永利"];
const TRADES = ["科技", "机电", "贸易", "实业", "软件", "医疗器械", "新材料", "物流"] as const;

/** A book in which two systems hold the same customers under other spellings of their names: `size` in each. */
export function twoBooks(size: number): Workspace {
  const customers = Array.from({ length: size }, (_, index) => [fxiaoke(index), zoho(index)]).flat();
  return applyChanges(emptyBook(), [putRecords("customers", customers)], nextStamp(null, 1, "two-books"));
}

function stemAt(index: number): string {
  const at = (step: number) => SYLLABLES[Math.floor(index / SYLLABLES.length ** step) % SYLLABLES.length]!;
  return at(0) + at(1) + at(2) + TRADES[index % TRADES.length]!;
}

function fxiaoke(index: number): Customer {
  return {
    id: `fxiaoke:customers:C${index}` as CustomerId,
    name: `${PLACES[index % PLACES.length]!}${stemAt(index)}有限公司`,
    phone: `0571-8${String(1_000_000 + index)}`,
    source: "fxiaoke",
    sourceId: `C${index}`,
  };
}

function zoho(index: number): Customer {
  return {
    id: `zoho:customers:Z${index}` as CustomerId,
    name: `${stemAt(index)}（${PLACES[index % PLACES.length]!}）有限责任公司`,
    website: `www.customer${index}.cn`,
    source: "zoho",
    sourceId: `Z${index}`,
  };
}
