import type { Message } from "../../base/message.ts";
import type { Minutes } from "./minutes.ts";

/** What a chat tool takes. */
export type MinutesForm = "markdown" | "plain";

/** Minutes as text for a chat tool, in the reader's language by `say`. Whatever names and notes hold is shown as it is typed:
 * in Markdown its signs are escaped, and no line of plain text begins with a sign that a spreadsheet takes for a formula.
 * @example minutesText({ title: { key: "*周会*" }, when: { key: "w" }, sections: [] }, "markdown", (one) => one.key) // => "# \\*周会\\*\n\nw\n"
 */
export function minutesText(minutes: Minutes, form: MinutesForm, say: (message: Message) => string): string {
  const isMarkdown = form === "markdown";
  const text = (of: string) => {
    const line = of.replaceAll(/\s+/g, " ").trim();
    return isMarkdown ? escapeMarkdown(line) : line;
  };
  const bullet = isMarkdown ? "- " : "• ";
  const inner = isMarkdown ? "  - " : "  ◦ ";
  const parts = minutes.sections.map(({ title, lines }) =>
    [
      isMarkdown
        ? `## ${text(say(title))}
`
        : text(say(title)),
      ...lines.flatMap((line) => [
        `${bullet}${text(say(line.text))}`,
        ...line.notes.map((note) => `${inner}${text(note)}`),
      ]),
    ].join("\n"),
  );
  const head = isMarkdown
    ? `# ${text(say(minutes.title))}\n\n${text(say(minutes.when))}`
    : `${text(say(minutes.title)).replace(/^(?=[=+\-@])/, "'")}\n${text(say(minutes.when))}`;
  return `${[head, ...parts].join("\n\n")}\n`;
}

/** Text in which no sign has a meaning of its own in Markdown.
 * @example escapeMarkdown("=a* <b>") // => "\\=a\\* \\<b\\>"
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~=!&]/g, (sign) => `\\${sign}`)
    .replace(/^([-+])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
