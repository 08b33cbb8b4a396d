/** 会议：需要经理处理的事。 */
export const meeting = {
  "meeting.need.names": "{{names}}",
  "meeting.need.names.more": "{{names}}等 {{count}} 项",
  "meeting.need.at-risk": "进度 {{pace}}，有风险，比应达少 {{gap}}",
  "meeting.need.behind": "进度 {{pace}}，落后，比应达少 {{gap}}",
  "meeting.need.at-risk.rate":
    "进度 {{pace}}，有风险，比应达少 {{gap}}；余下每天需 {{required}}，至今日均 {{soFar}}",
  "meeting.need.behind.rate":
    "进度 {{pace}}，落后，比应达少 {{gap}}；余下每天需 {{required}}，至今日均 {{soFar}}",
  "meeting.need.unassigned": "{{amount}}（占 {{share}}）的业绩没有对应的成员",
  "meeting.need.missing": "缺 {{count}} 个指标值，先补“{{kpi}}”",
} as const;
