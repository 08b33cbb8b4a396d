import type { customerHistory as zh } from "../zh-cn/customer-history.ts";
import type { WordsLike } from "../dictionary.ts";

/** What imports changed, and taking them back. */
export const customerHistory = {
  "customer.undo.label": "Undo the import of {{file}}",
  "customer.undo.unknown": "There is no import “{{batch}}”. Check its id in the log of imports.",
  "customer.undo.already": "The import of {{file}} has been undone already and cannot be undone again.",
  "customer.undo.kept.typed": "Edited by hand since: {{fields}}",
  "customer.undo.kept.typed-on": "Edited by hand on {{day}}: {{fields}}",
  "customer.undo.kept.later": "Written by a later import, {{file}} ({{day}}): {{fields}}",
  "customer.undo.kept.changed": "Changed since: {{fields}}",
  "customer.undo.kept.matched": "Matched with a record of the other system",
  "customer.undo.record": "the record",
  "customer.undo.failed.gone": "The record is no longer there",
  "customer.undo.failed.needed": "{{count}} other records hang on it, such as {{table}} “{{name}}”",
  "customer.undo.failed.needed_one": "Another record hangs on it: {{table}} “{{name}}”",
} as const satisfies WordsLike<typeof zh>;
