/** 导入改了什么，以及撤销导入。 */
export const customerHistory = {
  "customer.undo.label": "撤销导入“{{file}}”",
  "customer.undo.unknown": "没有编号为“{{batch}}”的导入批次。请在导入记录里核对编号。",
  "customer.undo.already": "“{{file}}”这次导入已经撤销过了，不能再撤销一次。",
  "customer.undo.kept.typed": "导入后手工改过：{{fields}}",
  "customer.undo.kept.typed-on": "{{day}}手工改过：{{fields}}",
  "customer.undo.kept.later": "后来的导入“{{file}}”（{{day}}）改过：{{fields}}",
  "customer.undo.kept.changed": "导入后又变过：{{fields}}",
  "customer.undo.kept.matched": "已和另一系统的记录匹配",
  "customer.undo.record": "这条记录",
  "customer.undo.failed.gone": "记录已经不在了",
  "customer.undo.failed.needed": "还有 {{count}} 条记录挂在它上面，例如{{table}}“{{name}}”",
} as const;
