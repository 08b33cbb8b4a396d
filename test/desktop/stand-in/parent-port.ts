/* Given with --import to a process that the stand-in begins: it has Electron's `process.parentPort`. */

type Listener = (event: { readonly data: unknown }) => void;

process.parentPort = {
  on: (_event: "message", listener: Listener) => process.on("message", (data) => listener({ data })),
  postMessage: (message: unknown) => void process.send?.(message),
} as unknown as typeof process.parentPort;

// Without the app it ends, even where a call of the system holds it.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
