import { fail, ok } from "../../core/base/result.ts";
import type { AnswerValue } from "../../core/bridge/contract.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import type { Preferences } from "../window/preferences-file.ts";
import type { Handlers } from "./door.ts";

export interface AppParts {
  readonly info: () => AnswerValue<"readAppInfo">;
  readonly preferences: Preferences;
  readonly copyText: (text: string) => Promise<void>;
  /** Called after a preference was written, so that the frame and the menu follow. */
  readonly onPreference: (key: string, value: string) => void;
  readonly onReady: () => void;
  readonly onQuitAnswer: (written: boolean) => void;
}

type AppHandlers = Pick<
  Handlers,
  "copyText" | "readAppInfo" | "readPreferences" | "writePreference" | "announceReady" | "answerQuit"
>;

/** The channels about the app itself. */
export function createAppHandlers(parts: AppParts): AppHandlers {
  return {
    async copyText({ text }) {
      await parts.copyText(text);
      return ok(null);
    },
    readAppInfo: () => ok(parts.info()),
    readPreferences: () => ok({ ...parts.preferences.all() }),
    writePreference({ key, value }) {
      try {
        parts.preferences.write(key, value);
      } catch (error) {
        return fail(failureCode(error instanceof Error && "code" in error ? String(error.code) : ""));
      }
      parts.onPreference(key, value);
      return ok(null);
    },
    announceReady() {
      parts.onReady();
      return ok(null);
    },
    answerQuit({ written }) {
      parts.onQuitAnswer(written);
      return ok(null);
    },
  };
}
