import { ORIGIN } from "../identity.ts";

/** As much of Electron's `IpcMainInvokeEvent` as tells who is calling. */
export interface Caller {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly parent: unknown; readonly origin: string } | null;
}

/** Whether a call comes from the main frame of our own window, showing our own page. A frame inside it, another window,
 * a page that was navigated away, and a frame that is already gone are all refused. */
export function isTrustedSender(caller: Caller, ownContentsId: number | null): boolean {
  const { sender, senderFrame } = caller;
  if (ownContentsId === null || sender.id !== ownContentsId) return false;
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === ORIGIN;
}
