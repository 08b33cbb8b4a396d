import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HASH_FILE = "node_modules/.jiugong-lock-hash";
const HIDDEN_LOCK = "node_modules/.package-lock.json";

/**
 * Says why the packages must be installed, or `null` when they are as package-lock.json wants them.
 * A tree that npm itself brought up to date counts as fresh, so an install by hand is never repeated.
 * @param {string} root
 * @returns {string | null}
 */
export function whyInstall(root) {
  if (!existsSync(join(root, HIDDEN_LOCK))) return "the packages are not there yet";
  const hash = lockHash(root);
  const hashFile = join(root, HASH_FILE);
  if (existsSync(hashFile) && readFileSync(hashFile, "utf8") === hash) return null;
  return hasEveryPackage(root) ? null : "package-lock.json has changed";
}

/**
 * Installs the packages when they are missing or stale; ends the process with npm's own exit code when that fails.
 * @param {string} root
 */
export function ensureModules(root) {
  const why = whyInstall(root);
  if (why !== null) {
    console.log(`jiugong: npm ci, for ${why} (a minute or two)`);
    const status = runNpm(root, ["ci", "--no-audit", "--no-fund"]);
    if (status !== 0) {
      console.error("jiugong: npm ci failed; see above. A reachable npm registry is needed once.");
      process.exit(status);
    }
  }
  writeFileSync(join(root, HASH_FILE), lockHash(root));
}

/**
 * The Node 24 to go on with: this one when it is new enough, else the one among the packages.
 * @param {string} root
 * @returns {string}
 */
export function modernNode(root) {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const own = join(root, "node_modules", "node", "bin", name);
  if (existsSync(own)) return own;
  console.error(
    "jiugong: Node 24 is neither installed nor among the packages; install Node 24 and try again.",
  );
  process.exit(1);
}

/**
 * Goes on with a TypeScript program on Node 24 and ends with its exit code.
 * @param {string} root
 * @param {string} program
 */
export function goOnWith(root, program) {
  const args = ["--disable-warning=ExperimentalWarning", join(root, program), ...process.argv.slice(2)];
  const { status, signal } = spawnSync(modernNode(root), args, { cwd: root, stdio: "inherit" });
  process.exit(signal ? 130 : (status ?? 1));
}

/** @param {string} root */
function lockHash(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** @param {string} root */
function hasEveryPackage(root) {
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(join(root, HIDDEN_LOCK), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: /** @type {const} */ ("inherit") };
  const done = cli?.endsWith(".js")
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return done.status ?? 1;
}
