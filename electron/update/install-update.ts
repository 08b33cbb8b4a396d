import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UpdateFault } from "./update-source.ts";
import { realReplaceSteps, replaceAppImage } from "./replace-app-image.ts";
import type { ReplaceSteps } from "./replace-app-image.ts";
import type { UpdateMachine } from "../../core/vault/update/judge-update.ts";
import type { UpdateInstaller } from "./create-updates.ts";

type Offer = Parameters<UpdateInstaller["install"]>[1];

export interface InstallerParts {
  readonly machine: UpdateMachine;
  readonly version: string;
  /** A folder of its own, in which electron-updater may do as it likes. */
  readonly folder: string;
  /** The AppImage that this program runs from, if it does. */
  readonly appImage: string | null;
  /** What is at that place when the program has ended is started. */
  readonly startAgain: () => void;
  /** An installer has been started, and starts the program when it is done. */
  readonly leaveToInstaller: () => void;
  readonly quit: () => void;
  /** Shows a file in the system's file manager. */
  readonly show: (path: string) => void;
  readonly steps?: ReplaceSteps;
}

/** What electron-updater would be told by a feed; nothing is ever asked of this address. */
const NO_FEED = "https://jiugong.invalid/";

/** How this machine takes a verified installer: Windows through electron-updater; an AppImage takes the place of the one that runs, and
 * starts when that has ended; where the app can do neither (macOS without a certificate, packages of a distribution) the file is shown
 * and the person starts it. */
export function createInstaller(parts: InstallerParts): UpdateInstaller {
  const ending = parts.machine.ending.toLowerCase();
  if (ending === "exe") {
    return {
      way: "installer",
      async install(path, offer) {
        await startInstaller(path, offer, parts);
        parts.leaveToInstaller();
        parts.quit();
      },
    };
  }
  if (ending === "appimage") {
    return {
      way: "installer",
      async install(path, { file }) {
        if (parts.appImage === null) throw new UpdateFault("not-replaced");
        await replaceAppImage(parts.appImage, { path, file }, parts.steps ?? realReplaceSteps);
        parts.startAgain();
        parts.quit();
      },
    };
  }
  return { way: "shown", install: async (path) => parts.show(path) };
}

/** electron-updater with its generic provider, but with the verified file in the place of a network: what it reads as the feed and
 * as the download is ours, and it sends nothing. */
async function startInstaller(path: string, offer: Offer, parts: InstallerParts): Promise<void> {
  const { NsisUpdater } = await import("electron-updater");
  const configPath = await makeCache(parts.folder);
  const updater = new NsisUpdater(null, createAdapter(parts, configPath));
  Object.assign(updater, { httpExecutor: createExecutor(path, offer) });
  updater.logger = null;
  updater.updateConfigPath = configPath;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  updater.setFeedURL({ provider: "generic", url: NO_FEED });
  const found = await updater.checkForUpdates();
  if (!found?.isUpdateAvailable) throw new Error("electron-updater does not take the release");
  await updater.downloadUpdate();
  if (!updater.install(false, true)) throw new Error("the installer was not started");
}

async function makeCache(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, "app-update.yml");
  await writeFile(path, "updaterCacheDirName: fetched\n");
  return path;
}

function createAdapter({ version, folder, quit }: InstallerParts, appUpdateConfigPath: string) {
  return {
    version,
    name: "Jiugong",
    isPackaged: true,
    appUpdateConfigPath,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit,
    onQuit: () => undefined,
  };
}

/** The two calls that a generic provider makes: for the list of files, and for the file. */
function createExecutor(path: string, { manifest, file }: Offer) {
  const sha512 = Buffer.from(file.sha512, "hex").toString("base64");
  const feed = {
    version: manifest.version,
    files: [{ url: file.name, sha512, size: file.size }],
    path: file.name,
    sha512,
    releaseDate: manifest.releasedOn,
  };
  return {
    // YAML is a superset of JSON.
    request: async () => JSON.stringify(feed),
    download: async (_url: URL, destination: string) => {
      await copyFile(path, destination);
      return destination;
    },
  };
}
