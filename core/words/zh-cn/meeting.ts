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
  "meeting.need.match": "{{count}} 对记录",
  "meeting.need.match.why": "可能是两个系统里的同一条",
  "meeting.need.missing": "缺 {{count}} 个指标值，先补“{{kpi}}”",
  "meeting.need.import.since": "自{{weekday}}导入",
  "meeting.need.import.since-day": "自{{day}}导入",
  "meeting.need.import.slipped": "{{count}} 个商机延期",
  "meeting.need.import.gone": "{{count}} 个商机消失",
  "meeting.need.import.cut": "{{count}} 个商机减额",
  "meeting.need.import.lost": "{{count}} 个商机输单",
  "meeting.weekday.1": "周一",
  "meeting.weekday.2": "周二",
  "meeting.weekday.3": "周三",
  "meeting.weekday.4": "周四",
  "meeting.weekday.5": "周五",
  "meeting.weekday.6": "周六",
  "meeting.weekday.7": "周日",
} as const;
