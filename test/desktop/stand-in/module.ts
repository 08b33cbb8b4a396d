/* What `electron` is on the stand-in. */

export * from "./electron.ts";
export { powerMonitor } from "./power-monitor.ts";
