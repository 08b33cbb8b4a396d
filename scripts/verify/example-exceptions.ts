/** Exported functions of core that cannot be shown in one expression: `path#name` → why. Kept as short as can be. */
export const EXAMPLE_EXCEPTIONS: Readonly<Record<string, string>> = {
  "core/customer/import/plan-import.ts#planImport":
    "takes a whole workspace and a read file; its tests show it",
};
