/* What people write for days, in either language. Names are compared by `nameKey`. */

/** Days from today. */
export const DAYS_BY_WORD: ReadonlyMap<string, number> = new Map([
  ["今天", 0],
  ["今日", 0],
  ["明天", 1],
  ["明日", 1],
  ["后天", 2],
  ["大后天", 3],
  ["today", 0],
  ["tomorrow", 1],
  ["tmr", 1],
]);

/** 1 = Monday … 7 = Sunday. */
export const WEEKDAY_BY_WORD: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  mon: 1,
  monday: 1,
  tue: 2,
  tues: 2,
  tuesday: 2,
  wed: 3,
  wednesday: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
};

/** 周五, 下周三, 本周四, 下下周一; 星期 and 礼拜 say the same. */
export const WEEKDAY_ZH = /^(本|这|这个|下下|下下个|下|下个)?(?:周|星期|礼拜)([一二三四五六日天])$/;
export const THIS_WEEK_ZH: ReadonlySet<string> = new Set(["本", "这", "这个"]);
export const AFTER_NEXT_WEEK_ZH: ReadonlySet<string> = new Set(["下下", "下下个"]);
/** fri, this fri, next wed. */
export const WEEKDAY_EN = /^(this |next )?([a-z]{3,9})$/;

/** Ends of spans. */
export const END_BY_WORD: ReadonlyMap<string, "week" | "month" | "next-month" | "quarter" | "year"> = new Map(
  [
    ["周内", "week"],
    ["本周内", "week"],
    ["月底", "month"],
    ["月末", "month"],
    ["本月底", "month"],
    ["这个月底", "month"],
    ["本月末", "month"],
    ["下月底", "next-month"],
    ["下月末", "next-month"],
    ["下个月底", "next-month"],
    ["季末", "quarter"],
    ["季度末", "quarter"],
    ["本季末", "quarter"],
    ["本季度末", "quarter"],
    ["年底", "year"],
    ["今年底", "year"],
    ["今年年底", "year"],
    ["年末", "year"],
    ["eow", "week"],
    ["eom", "month"],
    ["month end", "month"],
    ["end of month", "month"],
    ["eoq", "quarter"],
    ["quarter end", "quarter"],
    ["eoy", "year"],
    ["year end", "year"],
  ],
);

export const NUMBER_ZH: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** 3天后, 两周后; in 3 days, in 2 weeks. */
export const LATER_ZH = /^(\d{1,3}|[一二两三四五六七八九十])\s*(?:个)?(天|日|周|星期)(?:之)?后$/;
export const LATER_EN = /^in (\d{1,3}) (day|days|week|weeks)$/;
export const WEEK_UNITS: ReadonlySet<string> = new Set(["周", "星期", "week", "weeks"]);

/** 30日, 30号: of this month, or of the next. */
export const MONTH_DAY_ZH = /^(\d{1,2})\s*(?:日|号)$/;
/** 下月5号, 下个月5日. */
export const NEXT_MONTH_DAY_ZH = /^下个?月(\d{1,2})\s*(?:日|号)$/;
/** 11月30号, as 11月30日. */
export const MONTH_AND_DAY_ZH = /^(\d{1,2})\s*月\s*(\d{1,2})\s*(?:日|号)?$/;

/** "mark 3 leads" begins like March and is no day: a month is a whole word. */
export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map([
  ["jan", 1],
  ["january", 1],
  ["feb", 2],
  ["february", 2],
  ["mar", 3],
  ["march", 3],
  ["apr", 4],
  ["april", 4],
  ["may", 5],
  ["jun", 6],
  ["june", 6],
  ["jul", 7],
  ["july", 7],
  ["aug", 8],
  ["august", 8],
  ["sep", 9],
  ["sept", 9],
  ["september", 9],
  ["oct", 10],
  ["october", 10],
  ["nov", 11],
  ["november", 11],
  ["dec", 12],
  ["december", 12],
]);
/** 30 nov, nov 30. */
export const DAY_AND_MONTH_EN = /^(\d{1,2}) ([a-z]{3,9})$/;
export const MONTH_AND_DAY_EN = /^([a-z]{3,9}) (\d{1,2})$/;

/** What may stand between a day and what is to be done by it: 周五前. */
export const BEFORE_ZH = /(?:之前|以前|前)$/;
/** The part of a day is no part of its name: 明天下午, 周五下班前. */
export const TIME_OF_DAY_ZH = /(?:上午|中午|下午|早上|晚上|下班)$/;
/** by fri, on fri, before 30 nov. */
export const BEFORE_EN = /^(?:by|on|before|until) /;

/** 9.5 折, 1.5 万, 2.5 %: a number with a unit behind it is an amount and no day. */
export const DECIMAL = /^\d{1,2}\.\d{1,2}$/;
export const AMOUNT_UNIT =
  /^(?:[万亿千百折元块倍成点个小%％‰]|(?:k|m|mio|x|percent|hours?|million|points?)\b)/iu;
