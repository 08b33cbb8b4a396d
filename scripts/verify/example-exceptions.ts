/** Exported functions of core that cannot be shown in one expression: `path#name` → why. Kept as short as can be. */
export const EXAMPLE_EXCEPTIONS: Readonly<Record<string, string>> = {};
