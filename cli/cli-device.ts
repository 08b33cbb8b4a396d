import { crc32OfText } from "../core/vault/crc32.ts";
import type { CommandCall } from "./command.ts";

/** The device in the stamps of one run. Each run has its own, so that a merge can tell what two runs wrote apart: by the moment
 * and by what was asked. */
export function cliDevice({ io, words, options }: Pick<CommandCall, "io" | "words" | "options">): string {
  const asked = JSON.stringify([io.nowMs(), words, options]);
  return `cli-${crc32OfText(asked).toString(36)}`;
}
