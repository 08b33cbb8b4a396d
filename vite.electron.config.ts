import { defineConfig } from "vite";
import type { EnvironmentOptions } from "vite";
import { noteShippedPackages } from "./scripts/setup/shipped-packages.ts";

/** Two bundles for the desktop: the main process with the one for backups (ESM) and the sandboxed preload, which must be one CommonJS file.
 * Everything but Electron and Node itself is bundled, so the packaged app needs no node_modules. */
function bundle(
  name: "main" | "preload",
  format: "es" | "cjs",
  inputs: Readonly<Record<string, string>>,
): EnvironmentOptions {
  return {
    consumer: "server",
    resolve: { noExternal: true, external: ["electron"], conditions: ["module", "node"] },
    build: {
      ssr: true,
      outDir: "dist/electron",
      // The main process is built first and clears the folder.
      emptyOutDir: name === "main",
      target: "node24",
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { ...inputs },
        external: ["electron", /^node:/],
        output: {
          format,
          entryFileNames: format === "es" ? "[name].js" : "[name].cjs",
          chunkFileNames: "[name].js",
        },
      },
    },
  };
}

export default defineConfig({
  plugins: [noteShippedPackages()],
  environments: {
    main: bundle("main", "es", {
      main: "electron/main.ts",
      "backup-process": "electron/backup/backup-process.ts",
    }),
    preload: bundle("preload", "cjs", { preload: "electron/preload.ts" }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["main", "preload"]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
