/** What follows `--` on the command line is a command for the program without a window. `null`: there is none.
 * `jiugong -- check team.jiugong` is the command `check team.jiugong`. */
export function commandAmong(argv: readonly string[]): readonly string[] | null {
  const start = argv.indexOf("--");
  return start === -1 || start === argv.length - 1 ? null : argv.slice(start + 1);
}
