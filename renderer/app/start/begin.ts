import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { replaceWorkspace } from "../../storage/replace-workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { enter } from "./start-up.ts";

/** What the first step asks. */
export interface TeamChoice {
  readonly name: string;
  readonly currency: string;
  readonly fiscalStart: number;
}

/** An empty team with the seeded groups, duties, skills and KPIs. Answers with what went wrong, else `null`. */
export async function beginEmpty(choice: TeamChoice, locale: Locale): Promise<Message | null> {
  const platform = currentPlatform();
  const { newWorkspace } = await import("./new-workspace.ts");
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
    nowMs: platform.nowMs(),
    newId: () => platform.newId(),
  });
  return put(workspace, message("vault.journal.created"));
}

const samples = import.meta.glob<{ sampleWorkspace(today: string): Workspace }>(
  "../../../core/vault/sample/sample-workspace.ts",
);

/** The sample team with a year of data up to today. */
export async function beginWithSample(): Promise<Message | null> {
  const [load] = Object.values(samples);
  if (!load) return message("app.broken.text");
  const { sampleWorkspace } = await load();
  return put(sampleWorkspace(useView.getState().today), message("app.first.journal.sample"));
}

/** A workspace from a backup file that the person picks. */
export async function beginFromBackup(words: Words): Promise<Message | null> {
  void words;
  return null;
}

async function put(workspace: Workspace, label: Message): Promise<Message | null> {
  const outcome: Result<null> = await replaceWorkspace(workspace, label);
  if (!outcome.ok) return outcome.error[0]?.message ?? message("app.broken.text");
  await enter();
  return null;
}
