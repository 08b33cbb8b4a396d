/** 命令行。 */
export const cli = {
  "cli.usage":
    "用法：jiugong new|import|undo-import|kpi|targets|import-targets|export-targets|review|merge|check …。例如：jiugong kpi 团队.jiugong --period 2026-Q3。各命令的写法见 docs/command-line.md。",
  "cli.problem.command":
    "没有名为“{{name}}”的命令。可用：new、import、undo-import、kpi、targets、import-targets、export-targets、review、merge、check。",
  "cli.problem.words": "命令“{{name}}”的参数个数不对（收到 {{count}} 个）。请补上或去掉文件名。",
  "cli.problem.option-unknown": "没有选项 {{option}}。请对照 docs/command-line.md 更正。",
  "cli.problem.option-flag": "选项 --{{option}} 不带值。请去掉等号和后面的内容。",
  "cli.problem.option-missing": "选项 --{{option}} 缺少值。请补上后重试。",
  "cli.problem.option-value": "选项 --{{option}} 的值“{{value}}”无效。应为：{{allowed}}。",
  "cli.problem.file": "文件“{{path}}”无法读写（{{code}}）。请检查路径、权限和磁盘空间；没有写入任何内容。",
  "cli.problem.pdf":
    "生成 PDF 需要 Chromium 或 Electron，本机没有找到。请改用 --format html，或在装有浏览器的机器上运行；没有写入任何内容。",
  "cli.problem.member": "没有名为“{{name}}”的成员。请核对姓名，或先用 import 导入成员。",
  "cli.new.team": "我的团队",
  "cli.check.remedy": "请换一份完好的备份，或用较新的版本打开。文件没有被改动。",
} as const;
