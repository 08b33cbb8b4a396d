/** One entry as it is read: its head, what is said, and a quiet line such as day and author. */
export interface FeedLine {
  readonly head: string;
  readonly text: string;
  readonly note: string;
}

export type FeedForm = "plain" | "markdown";

/** Entries as a text for a chat tool, in their order, with an empty line between. What people wrote is kept as it is read:
 * in Markdown its signs are escaped.
 * @example feedText([{ head: "周会改期", text: "改到周二", note: "9月1日" }], "markdown") // => "**周会改期**  \n改到周二  \n_9月1日_"
 * @example feedText([{ head: "周会改期", text: "", note: "9月1日" }], "plain") // => "周会改期\n9月1日"
 */
export function feedText(lines: readonly FeedLine[], form: FeedForm): string {
  return lines.map((line) => (form === "plain" ? plain(line) : markdown(line))).join("\n\n");
}

function plain({ head, text, note }: FeedLine): string {
  return [head, text.trim(), note].filter((part) => part !== "").join("\n");
}

function markdown({ head, text, note }: FeedLine): string {
  const lines = text.trim() === "" ? [] : text.trim().split("\n");
  const parts = [
    `**${escape(head)}**`,
    ...lines.map(escapeLine),
    ...(note === "" ? [] : [`_${escape(note)}_`]),
  ];
  // Two spaces at the end of a line keep the break; an empty line is one already.
  return parts.map((part, at) => (at === parts.length - 1 || part === "" ? part : `${part}  `)).join("\n");
}

/** Signs that begin a heading, quote or list count only at the beginning of a line. */
function escapeLine(line: string): string {
  return escape(line.trim())
    .replace(/^([#>+-])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, "\\$&");
}
