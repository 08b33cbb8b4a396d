import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { noteShippedPackages } from "./scripts/setup/shipped-packages.ts";

const shipped = noteShippedPackages();

/** The renderer: one build for the desktop and the browser. The port is fixed: another port is another database. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react(), shipped],
  build: { outDir: "../dist/renderer", emptyOutDir: true, target: "chrome140", sourcemap: false },
  worker: { format: "es", plugins: () => [shipped] },
  server: { host: "127.0.0.1", port: 4199, strictPort: true },
  preview: { host: "127.0.0.1", port: 4199, strictPort: true },
});
