import type { Result } from "../../../../core/base/result.ts";
import type { ImportRequest } from "../../../../core/customer/import/plan-import.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import { inTurns } from "../../../storage/in-turns.ts";
import type { ImportClient } from "../../../worker/import-client.ts";
import type { PlannedImport } from "../../../worker/import-messages.ts";

/** Plans the rows that a worker has read against a workspace, which it is shown first. */
export async function planWith(
  client: ImportClient,
  workspace: Workspace,
  { request, onProgress }: { readonly request: PlanRequest; onProgress(share: number): void },
): Promise<Result<PlannedImport>> {
  await inTurns(client.show(workspace, request.object), onProgress);
  return client.plan(workspace, request);
}

type PlanRequest = Omit<ImportRequest, "book" | "rows">;
