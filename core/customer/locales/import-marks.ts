/** Marks of the Chinese and English files that the importer reads: not sentences, but what stands in cells. */

/** After a header: required, a unit. Matched after NFKC, so full-width brackets are plain ones. */
export const REQUIRED_MARK = /\(必填\)|\(required\)/g;

/** Units in a header and what a cell is multiplied by. */
export const HEADER_UNITS: readonly (readonly [RegExp, number])[] = [
  [/\((单位:?)?亿元?\)/, 100_000_000],
  [/\((单位:?)?百万元?\)/, 1_000_000],
  [/\((单位:?)?万元?\)/, 10_000],
  [/\((单位:?)?千元?\)/, 1000],
  [/\((单位:?)?元\)/, 1],
];

/** Behind a number in a cell. */
export const NUMBER_UNITS: readonly (readonly [RegExp, number])[] = [
  [/亿元?$/, 8],
  [/百万元?$/, 6],
  [/万元?$/, 4],
  [/千元?$/, 3],
  [/元$/, 0],
];

/** A person who has left. */
export const LEFT_MARK = /\s*\((已停用|已离职|停用|离职|inactive|deactivated)\)\s*$/i;

/** The first cell of a row that sums others. */
export const TOTAL_ROW =
  /(^|.\s*)(合计|小计|总计|共计)[::]?$|^(grand |sub-?)?totals?(\s*\(.*\))?:?$|^grand (totals?|summaries).*$/i;

/** A cell of the row of type hints under the header of an import template. */
export const TYPE_HINT = /字段类型|^此项必填|^此项选填|最大位数\d+/;

/** Columns that say who may see the record: not data. */
export const PERMISSION_COLUMN = /(普通成员|联合跟进人|售后人员)-(只读|读写)$/;

/** A record that its system has voided. */
export const VOID_LIFE = /^(作废|已作废|无效|void|voided|cancelled|canceled|已取消|取消)$/i;

/** 2025年10月7日, with or without the day. */
export const CHINESE_DAY = /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/;

/** Morning and afternoon before a time. */
export const HALF_DAY = /(上午|下午|凌晨|中午|晚上)/g;

/** What a currency is called in cells, beside its ISO code. */
export const CURRENCY_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(rmb|人民币|人民币元|cn¥)$/i, "CNY"],
  [/^(us\$|美元)$/i, "USD"],
  [/^(hk\$|港币|港元)$/i, "HKD"],
  [/^(欧元|€)$/i, "EUR"],
  [/^(英镑|£)$/i, "GBP"],
  [/^(日元|日圆)$/i, "JPY"],
];

/** The sheet in which rows come back that an import refused. */
export const FAILED_SHEET = /失败结果/;
