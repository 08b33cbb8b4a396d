/** incentive: zh-CN */
export const incentive = {
  "incentive.problem.sealed": "已批准的薪酬单不能改动。在当前周期加一行更正，写明原因。",
  "incentive.problem.sealed-year":
    "已有按季度批准的薪酬单，财年开始月份不能再改：改了，批准过的季度就成了另外几个月。保持现在的月份。",
  "incentive.problem.undo-approval": "撤销不能越过薪酬单的批准。要更正，在当前周期加一行调整，写明原因。",
  "incentive.home.beside": "{{period}}应发（暂算）",
  "incentive.home.beside.approved": "{{period}}应发（已批准）",
  "incentive.home.first": "写一份方案，每个人的提成就会自己算出来",
  "incentive.home.ready": "{{count}} 份薪酬单待批准",
  "incentive.home.change": "往期变动 {{change}}",
  "incentive.home.quiet": "没有待批准的薪酬单",
  "incentive.home.reckoning": "正在计算",
} as const;
