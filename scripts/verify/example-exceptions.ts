/** Exported functions of core that cannot be shown in one expression: `path#name` → why. Kept as short as can be. */
export const EXAMPLE_EXCEPTIONS: Readonly<Record<string, string>> = {
  "core/customer/import/plan-import.ts#planImport":
    "takes a whole workspace and a read file; its tests show it",
  "core/vault/workspace-file.ts#writeWorkspaceFile": "takes a whole workspace; its tests show it",
  "core/vault/workspace-file.ts#workspaceFileSteps":
    "a generator over a whole workspace; writeWorkspaceFile is its plain form",
  "core/vault/workspace-pieces.ts#workspacePieces":
    "a generator over a whole workspace; the tests of the file show it",
};
