import type * as Electron from "electron";
import { EventEmitter } from "node:events";
import { sessionState } from "./state.ts";
import type { SessionState } from "./state.ts";

type SessionPart = Pick<
  Electron.Session,
  "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
>;

/** The stand-in for a session. Chromium under it grants no permission to begin with, so there is nothing to ask. */
export class Session extends EventEmitter implements SessionPart {
  static readonly defaultSession = new Session("");
  readonly state: SessionState;
  readonly protocol: Pick<Electron.Protocol, "handle">;
  readonly webRequest: Pick<Electron.WebRequest, "onBeforeRequest">;

  constructor(partition: string) {
    super();
    const kept = sessionState(partition);
    this.state = kept;
    this.protocol = {
      handle(_scheme, handler) {
        kept.handler = handler as unknown as SessionState["handler"];
      },
    };
    this.webRequest = {
      onBeforeRequest(...args: readonly unknown[]) {
        kept.beforeRequest = args.at(-1) as SessionState["beforeRequest"];
      },
    };
  }

  static fromPartition(partition: string): Session {
    return new Session(partition);
  }

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}
