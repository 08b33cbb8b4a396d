import type { Deal, Source } from "../records.ts";

type Category = Deal["category"];

/** The stages that a source brings along: name → category and probability in percent, in their order. */
export const DEFAULT_STAGES: Readonly<
  Partial<Record<Source, readonly (readonly [string, Category, number | null])[]>>
> = {
  zoho: [
    ["Qualification", "open", 10],
    ["Needs Analysis", "open", 20],
    ["Value Proposition", "open", 40],
    ["Identify Decision Makers", "open", 60],
    ["Proposal/Price Quote", "open", 75],
    ["Negotiation/Review", "open", 90],
    ["Closed Won", "won", 100],
    ["Closed Lost", "lost", 0],
    ["Closed Lost to Competition", "lost", 0],
  ],
  fxiaoke: [
    ["验证客户", "open", null],
    ["需求确定", "open", null],
    ["方案/报价", "open", null],
    ["谈判审核", "open", null],
    ["赢单", "won", 100],
    ["输单", "lost", 0],
    ["无效", "void", 0],
  ],
};

/** What a stage or status means by its words, where nobody has said more. The first that fits counts. */
export const CATEGORY_WORDS: readonly (readonly [RegExp, Category])[] = [
  [/无效|作废|取消|void|invalid|cancel|duplicate|junk/i, "void"],
  [/输单|丢单|失败|流失|败单|\blost\b|\bdead\b|closed - lost|closedlost|disqualified/i, "lost"],
  [/赢单|成交|中标|已签|签约成功|已完成|\bwon\b|closedwon|payment done/i, "won"],
];

/** Statuses that say that a deal is open. Any other word about nothing won or lost leaves it to the stage. */
export const OPEN_STATUS = /^(进行中|跟进中|未结束|未关闭|open|in progress|ongoing|pending)$/i;

/** Words that hold one of those above and mean the opposite. */
export const OPEN_WORDS = /预计成交|待成交|未成交|未签|可能成交/;
