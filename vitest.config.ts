import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.{ts,tsx}"],
    environment: "node",
    // Properties take their time on a busy machine.
    testTimeout: 60_000,
    setupFiles: ["test/unit/fail-on-console.ts"],
    // Days are text without a zone; a machine's zone must not matter, so the tests run far from UTC.
    env: { TZ: "Pacific/Auckland" },
  },
});
