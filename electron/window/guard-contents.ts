import type { App, Session, Shell, WebContents } from "electron";
import { ORIGIN } from "../identity.ts";
import type { Log } from "../log.ts";
import { isAllowedLink } from "./external-link.ts";

/** Nothing that a page does leads out of the app: no navigation, no further window, no embedded web page.
 * A link on the allow-list opens in the person's browser. */
export function guardContents(app: Pick<App, "on">, shell: Pick<Shell, "openExternal">, log: Log): void {
  app.on("web-contents-created", (_event, contents) => guardOne(contents, shell, log));
}

function guardOne(contents: WebContents, shell: Pick<Shell, "openExternal">, log: Log): void {
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (isOwnPage(event.url) && event.isMainFrame) return;
    event.preventDefault();
    log("navigation refused");
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedLink(url)) void shell.openExternal(url);
    else log("window refused");
    return { action: "deny" };
  });
}

/** Reloading our own page is allowed: `app://jiugong/` with any place behind the hash. */
function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === ORIGIN && parsed.pathname === "/";
}

/** Putting a chart on the clipboard, which takes a press of a button; reading it is never allowed. */
const ALLOWED = "clipboard-sanitized-write";

/** A session that may do nothing but show our pages and copy from them: no other permission, no device, no download, no other
 * address. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const isAllowed = permission === ALLOWED;
    if (!isAllowed) log("permission refused", { permission });
    answer(isAllowed);
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) }));
}

function isOwnRequest(url: string): boolean {
  return /^(app|blob|data|devtools):/.test(url);
}
