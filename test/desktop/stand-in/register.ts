import { registerHooks } from "node:module";

/* Given to Node with --import: from then on `electron` is the stand-in. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== "electron") return next(specifier, context);
    return { url: new URL("./electron.ts", import.meta.url).href, shortCircuit: true };
  },
});
