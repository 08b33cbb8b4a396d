import { defineConfig } from "vitest/config";

/** What keeps something of its own while a process lives: an open workspace, a session, a write queue, a window. */
const KEEPING = ["test/unit/renderer/**/*.test.ts", "test/unit/electron/**/*.test.ts"];

export default defineConfig({
  test: {
    environment: "node",
    // Properties take their time on a busy machine.
    testTimeout: 60_000,
    setupFiles: ["test/unit/fail-on-console.ts"],
    // Days are text without a zone; a machine's zone must not matter, so the tests run far from UTC.
    env: { TZ: "Pacific/Auckland" },
    projects: [
      // The rest keeps nothing, so its modules are loaded once for all files: in a fifth of the time.
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/unit/**/*.test.ts"],
          exclude: KEEPING,
          isolate: false,
        },
      },
      { extends: true, test: { name: "keeping", include: KEEPING } },
    ],
  },
});
