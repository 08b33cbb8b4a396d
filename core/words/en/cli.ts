import type { cli as zh } from "../zh-cn/cli.ts";
import type { WordsLike } from "../dictionary.ts";

/** The command line. */
export const cli = {
  "cli.usage":
    "Usage: jiugong new|import|undo-import|kpi|targets|import-targets|export-targets|review|merge|check … For example: jiugong kpi team.jiugong --period 2026-Q3. Every command is described in docs/command-line.md.",
  "cli.problem.command":
    "There is no command “{{name}}”. There are: new, import, undo-import, kpi, targets, import-targets, export-targets, review, merge, check.",
  "cli.problem.words":
    "Command “{{name}}” was given {{count}} plain words, which does not fit. Add or remove file names.",
  "cli.problem.option-unknown": "There is no option {{option}}. See docs/command-line.md.",
  "cli.problem.option-flag": "Option --{{option}} takes no value. Remove what follows it.",
  "cli.problem.option-missing": "Option --{{option}} needs a value. Add it and try again.",
  "cli.problem.option-value": "Option --{{option}} cannot be “{{value}}”. It may be: {{allowed}}.",
  "cli.problem.file":
    "File “{{path}}” cannot be read or written ({{code}}). Check the path, the permissions and the free space; nothing was written.",
  "cli.problem.pdf":
    "A PDF needs Chromium or Electron, and none was found here. Use --format html, or run this where a browser is installed; nothing was written.",
  "cli.problem.member": "There is no member “{{name}}”. Check the name, or import members first.",
  "cli.new.team": "My team",
  "cli.check.remedy":
    "Take another, sound backup, or open it with a newer version. The file was not changed.",
} as const satisfies WordsLike<typeof zh>;
