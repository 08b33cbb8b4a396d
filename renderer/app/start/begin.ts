import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { nextStamp } from "../../../core/base/stamp.ts";
import { isLockedFile } from "../../../core/vault/share/locked-file.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import type { PickedFile } from "../../platform/platform.ts";
import { readBackup, restoreBackup } from "../../storage/backup.ts";
import { replaceWorkspace } from "../../storage/replace-workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { beginBeside } from "../../storage/set-aside.ts";
import { startStore } from "./start-store.ts";
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

/** A workspace from a backup or share file that the person picks; cancelling is no problem. A locked file is handed to
 * `onLocked`, which asks for its passphrase. */
export async function beginFromBackup(
  words: Words,
  onLocked: (file: PickedFile) => void,
): Promise<Message | null> {
  const kind = { label: words.text("app.first.file-kind"), extensions: ["jiugong", "age", "json"] };
  const file = await currentPlatform().openFile(kind);
  if (!file) return null;
  if (!isLockedFile(await file.bytes())) return beginFromFile(file);
  onLocked(file);
  return null;
}

/** The same from a file that is open. */
export async function beginFromFile(file: PickedFile): Promise<Message | null> {
  const read = await readBackup(file);
  if (!read.ok) return finish(read);
  return (await makeRoom()) ?? finish(await restoreBackup(read.value));
}

async function put(workspace: Workspace, label: Message): Promise<Message | null> {
  return (await makeRoom()) ?? finish(await replaceWorkspace(workspace, label));
}

/** Where what was here can no longer be read, it stays as it is for whoever can read more of it: the new workspace begins beside it. */
async function makeRoom(): Promise<Message | null> {
  const { messages } = startStore.getState();
  if (!messages.some(({ key }) => key === "vault.start.nothing-readable")) return null;
  try {
    await beginBeside(currentPlatform());
    startStore.setState({ messages: [] });
    return null;
  } catch {
    return message("vault.aside.failed");
  }
}

async function finish(outcome: Result<null>): Promise<Message | null> {
  if (!outcome.ok) return outcome.error[0]?.message ?? message("app.broken.text");
  await enter();
  return null;
}
