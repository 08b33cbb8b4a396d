import { decodeValue, encodeValue } from "./codec.ts";

/** The address at which the page reaches the stand-in's `ipcMain`. */
export const INVOKE_PATH = "/__stand-in__/invoke";
/** Under this symbol the page takes what `webContents.send` sends. */
export const DELIVER_KEY = "jiugong.stand-in.deliver";

export interface RuntimeSettings {
  readonly windowId: number;
  readonly origin: string;
  readonly invokePath: string;
  readonly deliverKey: string;
}

/** The script that runs in the page before its own: offers `electron` to the real preload, in the main frame only. */
export function createPreloadScript(settings: RuntimeSettings, preloadSource: string): string {
  return `(() => {
    const encodeValue = ${encodeValue.toString()};
    const decodeValue = ${decodeValue.toString()};
    const electron = (${installRuntime.toString()})(${JSON.stringify(settings)}, { encodeValue, decodeValue });
    if (electron) (function (require, module, exports) { ${preloadSource}\n })(
      (name) => { if (name !== "electron") throw new Error("a sandboxed preload cannot require " + name); return electron; },
      { exports: {} }, {});
  })();`;
}

interface Codec {
  encodeValue(value: unknown): Uint8Array<ArrayBuffer>;
  decodeValue(bytes: Uint8Array): unknown;
}

/** Runs in the page; uses nothing from outside but its parameters. */
function installRuntime(settings: RuntimeSettings, codec: Codec): object | null {
  if (window !== window.top || location.origin !== settings.origin) return null;
  const send = window.fetch.bind(window);
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  const cross = (value: unknown): unknown => {
    if (typeof value === "function") {
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map(cross));
        return result instanceof Promise ? result.then(cross) : cross(result);
      };
    }
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Uint8Array || value instanceof Error) return structuredClone(value);
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cross(inner)])),
    );
  };
  Object.defineProperty(window, Symbol.for(settings.deliverKey), {
    value(channel: string, args: readonly unknown[]) {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  return {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(window, name, { value: cross(api), enumerable: true });
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: unknown[]) {
        const response = await send(
          `${settings.invokePath}?window=${settings.windowId}&channel=${encodeURIComponent(channel)}`,
          { method: "POST", body: codec.encodeValue(args) },
        );
        const answer = codec.decodeValue(new Uint8Array(await response.arrayBuffer()));
        if (response.ok) return answer;
        throw new Error(`Error invoking remote method '${channel}': ${String(answer)}`);
      },
      on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.get(channel)?.delete(listener);
      },
    },
  };
}
