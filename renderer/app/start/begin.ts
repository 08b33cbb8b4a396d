import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { nextStamp } from "../../../core/base/stamp.ts";
import { readWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { restoreBackup } from "../../storage/backup.ts";
import { replaceWorkspace } from "../../storage/replace-workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { enter } from "./start-up.ts";

/** In the stamps of what a workspace begins with. */
const DEVICE = "start";

/** What the first step asks. */
export interface TeamChoice {
  readonly name: string;
  readonly currency: string;
  readonly fiscalStart: number;
}

/** An empty team with the seeded groups, duties, skills and KPIs. Answers with what went wrong, else `null`. */
export async function beginEmpty(choice: TeamChoice, locale: Locale): Promise<Message | null> {
  const platform = currentPlatform();
  const { newWorkspace } = await import("../../../core/vault/new-workspace.ts");
  const workspace = newWorkspace({
    settings: {
      id: "workspace",
      ...choice,
      salesBasis: "order",
      newCustomerBy: "order",
      dutyLimit: 6,
    },
    language: locale === "en" ? "en" : "zh",
    today: useView.getState().today,
    stamp: nextStamp(null, platform.nowMs(), DEVICE),
    newId: () => platform.newId(),
  });
  return put(workspace, message("vault.journal.created"));
}

/** The sample team with a year of data up to today. */
export async function beginWithSample(locale: Locale): Promise<Message | null> {
  const { sampleWorkspace } = await import("../../../core/vault/sample/sample-workspace.ts");
  const stamp = nextStamp(null, currentPlatform().nowMs(), DEVICE);
  const language = locale === "en" ? "en" : "zh";
  return put(sampleWorkspace(useView.getState().today, stamp, language), message("app.first.journal.sample"));
}

/** The backup file that the person picks; cancelling is no problem. */
export async function pickBackup(words: Words): Promise<Uint8Array<ArrayBuffer> | null> {
  const kind = { label: words.text("app.first.file-kind"), extensions: ["jiugong", "json", "age"] };
  const file = await currentPlatform().openFile(kind);
  return file ? file.bytes() : null;
}

/** A workspace from a backup. */
export async function beginFromBackup(bytes: Uint8Array): Promise<Message | null> {
  const read = readWorkspaceFile(bytes);
  return finish(read.ok ? await restoreBackup(read.value) : read);
}

async function put(workspace: Workspace, label: Message): Promise<Message | null> {
  return finish(await replaceWorkspace(workspace, label));
}

async function finish(outcome: Result<null>): Promise<Message | null> {
  if (!outcome.ok) return outcome.error[0]?.message ?? message("app.broken.text");
  await enter();
  return null;
}
