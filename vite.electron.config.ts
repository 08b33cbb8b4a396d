import { defineConfig } from "vite";
import type { EnvironmentOptions } from "vite";

/** Two bundles for the desktop: the main process (ESM) and the sandboxed preload, which must be one CommonJS file.
 * Everything but Electron and Node itself is bundled, so the packaged app needs no node_modules. */
function bundle(input: string, format: "es" | "cjs", fileName: string): EnvironmentOptions {
  return {
    consumer: "server",
    resolve: { noExternal: true, external: ["electron"], conditions: ["module", "node"] },
    build: {
      ssr: true,
      outDir: "dist/electron",
      emptyOutDir: false,
      target: "node24",
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        external: ["electron", /^node:/],
        output: { format, entryFileNames: fileName, chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

export default defineConfig({
  environments: {
    main: bundle("electron/main.ts", "es", "main.js"),
    preload: bundle("electron/preload.ts", "cjs", "preload.cjs"),
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
