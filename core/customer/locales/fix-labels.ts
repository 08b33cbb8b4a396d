import type { Bilingual } from "../../base/schema.ts";
import type { Deal, ImportObject, Source } from "../records.ts";

/** Over the column of a fix-list that says what is wrong: no field's label, so an import leaves it out. */
export const FIX_HEADER: Bilingual = { zh: "哪里不对", en: "What is wrong" };

/** Between two things that are wrong with one record. */
export const FIX_SEPARATOR: Bilingual = { zh: "；", en: "; " };

/** The sources' own headers of fields that a fix-list may need and no file of theirs has shown yet. */
export const STANDARD_LABELS: Readonly<
  Partial<Record<Source, Partial<Record<ImportObject, Readonly<Record<string, string>>>>>>
> = {
  zoho: {
    deals: {
      id: "Record Id",
      name: "Deal Name",
      owner: "Deal Owner",
      customer: "Account Name",
      status: "Deal Status",
      source: "Lead Source",
      type: "Type",
    },
    customers: { id: "Record Id", name: "Account Name", owner: "Account Owner" },
    contacts: {
      id: "Record Id",
      name: "Full Name",
      owner: "Contact Owner",
      customer: "Account Name",
      phone: "Phone",
    },
    orders: { id: "Record Id", customer: "Account Name", owner: "Sales Order Owner" },
  },
  fxiaoke: {
    deals: { id: "唯一性ID（必填）", name: "商机名称（必填）", owner: "负责人", status: "阶段状态" },
    customers: { id: "唯一性ID（必填）", name: "客户名称（必填）", owner: "负责人" },
    contacts: { id: "唯一性ID（必填）", name: "姓名（必填）", owner: "负责人" },
    orders: { id: "唯一性ID（必填）", number: "销售订单编号", owner: "负责人" },
  },
};

/** A deal's state in a column of states, in words that an import takes for it. */
export const STATUS_WORDS: Readonly<Record<"zh" | "en", Readonly<Record<Deal["category"], string>>>> = {
  zh: { open: "进行中", won: "赢单", lost: "输单", void: "无效" },
  en: { open: "Open", won: "Won", lost: "Lost", void: "Void" },
};
