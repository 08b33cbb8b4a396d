// `npm start` on any Node from 20, with nothing installed: brings the packages in, then goes on with Node 24.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureModules, goOnWith } from "./setup/ensure-modules.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureModules(root);
goOnWith(root, "scripts/start-app.ts");
