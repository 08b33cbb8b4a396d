import { contextBridge, ipcRenderer } from "electron";
import { BRIDGE_NAME, CHANNELS, EVENTS } from "../core/bridge/channels.ts";
import type { BridgeEvent } from "../core/bridge/channels.ts";

/* Shows the contract and nothing else: neither ipcRenderer nor its events reach the page. */

const calls = Object.fromEntries(
  CHANNELS.map((channel) => [channel, (request: unknown) => ipcRenderer.invoke(channel, request)]),
);

function listen(event: BridgeEvent, listener: (value: unknown) => void): () => void {
  if (!EVENTS.includes(event)) throw new Error(`no such event: ${String(event)}`);
  const forward = (_event: unknown, value: unknown) => listener(value);
  ipcRenderer.on(event, forward);
  return () => ipcRenderer.removeListener(event, forward);
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, { ...calls, listen });
