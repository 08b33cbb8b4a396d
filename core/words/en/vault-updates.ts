import type { vaultUpdates as zh } from "../zh-cn/vault-updates.ts";
import type { WordsLike } from "../dictionary.ts";

/** Updates, and what the app is made of. */
export const vaultUpdates = {
  "vault.tab.updates": "Updates",
  "vault.tab.about": "About",
  "vault.update.hint":
    "Off by default; only from the place you choose, installed only when its signature holds",
  "vault.update.browser-title": "Nothing to update in the browser",
  "vault.update.browser-text":
    "The web edition is updated by the machine that serves it; opening the page again gives the newest. The desktop app is updated here.",
  "vault.update.where": "Where to look",
  "vault.update.source": "Source of updates",
  "vault.update.source.off": "Off: do not look",
  "vault.update.source.feed": "A network address",
  "vault.update.source.folder": "A folder (stick, share)",
  "vault.update.source.file": "A manifest file",
  "vault.update.off": "Updates are off",
  "vault.update.off-text": "Updates are off: Jiugong uses no network and reads no files from elsewhere.",
  "vault.update.address": "Network address",
  "vault.update.address-hint":
    "The directory that holds jiugong-update.json, beginning with https://. Jiugong asks this address alone, once a day, and sends no data.",
  "vault.update.bad-address":
    "The address does not fit: begin with https://, without user name, password or anything after a question mark.",
  "vault.update.place": "Chosen",
  "vault.update.choose-folder": "Choose a folder",
  "vault.update.choose-file": "Choose a manifest",
  "vault.update.folder-hint": "The folder holds jiugong-update.json and the installers.",
  "vault.update.file-hint": "Choose jiugong-update.json; the installer lies beside it.",
  "vault.update.now": "This version",
  "vault.update.version": "{{version}} (release {{number}})",
  "vault.update.checked": "Last looked",
  "vault.update.check": "Look for updates",
  "vault.update.checking": "Looking…",
  "vault.update.current": "This is the newest version",
  "vault.update.idle": "Not looked yet",
  "vault.update.available": "Version {{version}} of {{day}} is there, {{size}}",
  "vault.update.fetch": "Download",
  "vault.update.fetch-again": "Go on downloading",
  "vault.update.fetching": "{{received}} of {{size}}",
  "vault.update.fetching-label": "Download progress",
  "vault.update.stop": "Stop",
  "vault.update.ready": "{{version}} is downloaded and verified: signature, size and fingerprint hold",
  "vault.update.install": "Install and reopen",
  "vault.update.install-shown": "Open the installer's folder",
  "vault.update.install-hint":
    "The present data is kept first; you find it under “Backup and restore”. Jiugong closes and opens again when it is installed.",
  "vault.update.install-shown-hint":
    "The present data is kept first, then the folder with the installer opens; quit Jiugong and run it.",
  "vault.update.installing": "The installer is running; Jiugong is about to close",
  "vault.update.installing-shown": "Verifying the installer…",
  "vault.update.notes": "What is new",
  "vault.update.not-run":
    "Downloading, verifying and refusing are tested automatically. Starting the installer has not been run on a real Windows machine yet; before your first update, save a backup elsewhere.",
  "vault.update.problem.unreachable":
    "The address cannot be reached. Check the network and the address and try later; your work is not affected.",
  "vault.update.problem.no-manifest": "There is no jiugong-update.json here. Check the address or folder.",
  "vault.update.problem.manifest-unreadable":
    "The manifest cannot be understood and was not used. Ask the publisher for a new one.",
  "vault.update.problem.wrong-signature":
    "The manifest was not signed with Jiugong's key; it may have been changed. Nothing was downloaded; use another source.",
  "vault.update.problem.older":
    "The version here is older than this one or one seen before and was not used. Jiugong never goes back.",
  "vault.update.problem.no-file":
    "The new version has no installer for this machine. Ask the publisher for one.",
  "vault.update.problem.file-gone":
    "The installer is not where the manifest says. Try later, or use another source.",
  "vault.update.problem.file-short":
    "The installer was incomplete and was removed. Download it again; if it stays so, use another source.",
  "vault.update.problem.file-changed":
    "The installer is not the one in the manifest; it may have been changed. It was removed and not installed. Use another source.",
  "vault.update.problem.interrupted": "The download broke off. What has come is kept; you can go on.",
  "vault.update.problem.disk-full":
    "The disk is full; the part that came was removed. Make room and try again.",
  "vault.update.problem.not-permitted":
    "This place may not be read. Check the permissions, or choose another place.",
  "vault.update.problem.not-kept":
    "The present data could not be kept, so nothing was installed. Make room on the disk and try again.",
  "vault.update.problem.not-started": "The installer did not start; this version is unchanged. Try again.",
  "vault.update.problem.not-replaced":
    "The new version could not be put into the program's folder; this version is unchanged. Make room on the disk, see that you may write to that folder, and try again.",
  "vault.update.problem.failed": "It did not work; this version is unchanged. Try again.",
  "vault.about.version": "Version",
  "vault.about.text":
    "Jiugong is an offline desktop app: the data stays on this machine, and no network is used but the source of updates that you switch on.",
  "vault.about.licence": "Licence",
  "vault.about.chromium":
    "The licences of Chromium within Electron are in LICENSES.chromium.html, in the folder of the installed app.",
  "vault.about.own": "Jiugong itself",
  "vault.about.licences": "Open source software in it",
  "vault.about.licences-hint": "{{count}} packages. Open a line to read its licence.",
  "vault.about.search": "Find a package or licence",
  "vault.about.none": "No such package. Try another word.",
  "vault.about.missing": "The list of licences cannot be read. Open Jiugong again.",
  "vault.about.no-text": "This package comes without a licence text; it states the licence {{licence}}.",
} as const satisfies WordsLike<typeof zh>;
