import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const preferencesSchema = z.record(z.string(), z.string());

/** Preferences of this device, kept in one small file; never part of the workspace. */
export interface Preferences {
  all(): Readonly<Record<string, string>>;
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/** Opens the preferences. An unreadable file counts as empty; it holds nothing that the person could not choose again. */
export function openPreferences(path: string): Preferences {
  let values = readValues(path);
  return {
    all: () => values,
    read: (key) => (Object.hasOwn(values, key) ? (values[key] ?? null) : null),
    write(key, value) {
      values = { ...values, [key]: value };
      writeTextWhole(path, JSON.stringify(values));
    },
  };
}

/** Replaces a small text file at once, by a rename. */
export function writeTextWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text, { flush: true });
  renameSync(`${path}.tmp`, path);
}

function readValues(path: string): Readonly<Record<string, string>> {
  try {
    return preferencesSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? {};
  } catch {
    return {};
  }
}
