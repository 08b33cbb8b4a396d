import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { build } from "vite";
import type { Order, Report } from "./plan.ts";

type What = Report["what"];
type ReportOf<W extends What> = Extract<Report, { what: W }>;

/** What a report is waited for before the harness gives up. A busy machine needs its time. */
const PATIENCE_MS = 120_000;
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** Serves the page under as many names as there are workspaces, hands out orders, and writes down what they report: the record of
 * acknowledged steps lies here, outside the browser. */
export class FaultServer {
  readonly #folder: string;
  readonly #server: Server;
  readonly #waiting = new Map<string, (order: Order | null) => void>();
  readonly #orders = new Map<string, Order[]>();
  readonly #listeners = new Set<(report: Report) => void>();
  readonly #pending = new Set<() => void>();
  frames: readonly string[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => {
      void this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FaultServer> {
    const server = new FaultServer(await buildPage());
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  /** The address of a workspace; all names are of one site, so that one process draws them all. */
  address(name: string, query: Readonly<Record<string, string>> = {}): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${name}.faults.localhost:${port}/?${new URLSearchParams(query).toString()}`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  onReport(listener: (report: Report) => void): () => unknown {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  order(name: string, order: Order): void {
    const waiting = this.#waiting.get(name);
    this.#waiting.delete(name);
    if (waiting) waiting(order);
    else this.#orders.set(name, [...(this.#orders.get(name) ?? []), order]);
  }

  /** The next report of a kind; a page that fails rejects. */
  next<W extends What>(name: string, what: W): Promise<ReportOf<W>> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        endListening();
        this.#pending.delete(end);
      };
      const endListening = this.onReport((report) => {
        if (report.from !== name || (report.what !== what && report.what !== "failed")) return;
        end();
        if (report.what === what) resolve(report as ReportOf<W>);
        else if (report.what === "failed") reject(new Error(`${name}: ${report.error}`));
      });
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${name} did not say "${what}" within ${PATIENCE_MS / 1000} s`));
      }, PATIENCE_MS);
      this.#pending.add(end);
    });
  }

  /** Gives an order and waits until it is done. */
  async obeyed(name: string, order: Order): Promise<ReportOf<"done">> {
    const done = this.next(name, "done");
    this.order(name, order);
    return done;
  }

  /** Forgets pages of a browser that is gone, and what was waited for from them. */
  forget(): void {
    for (const end of this.#pending) end();
    this.#waiting.clear();
    this.#orders.clear();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://faults");
    if (pathname === "/frames") return void response.end(JSON.stringify(this.frames));
    if (pathname === "/order") return this.#handOut(searchParams.get("from") ?? "", response);
    if (pathname === "/said") return this.#hear(request, response);
    const file = join(this.#folder, pathname === "/" ? "index.html" : pathname);
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    response.setHeader("cache-control", pathname === "/" ? "no-store" : "max-age=31536000, immutable");
    response.end(await readFile(file));
  }

  #handOut(name: string, response: ServerResponse): void {
    const [order, ...rest] = this.#orders.get(name) ?? [];
    this.#orders.set(name, rest);
    if (order) return void response.end(JSON.stringify(order));
    this.#waiting.set(name, (given) => response.end(JSON.stringify(given)));
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const report = JSON.parse(Buffer.concat(pieces).toString()) as Report;
    for (const listener of this.#listeners) listener(report);
    response.end();
  }
}

/** The page with the app's schema steps and those that the address asks for beyond them. */
async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "jiugong-fault-page-"));
  const page = join(import.meta.dirname, "page");
  await build({
    configFile: false,
    root: page,
    logLevel: "error",
    worker: { format: "es" },
    plugins: [
      {
        name: "more-schema-steps",
        transform(code, id) {
          if (!id.endsWith("upgrades/upgrade-data.ts")) return null;
          const more = code.replace(
            /(UPGRADE_STEPS\b[^=]*=\s*\[[^\]]*)\]/,
            "$1, ...globalThis.faultSchemaSteps]",
          );
          if (more === code) throw new Error("the list of schema steps was not found");
          // Wherever the bundler puts this module, the steps are there before it.
          return `import ${JSON.stringify(join(page, "schema-steps.ts"))};\n${more}`;
        },
      },
    ],
    build: { outDir, target: "chrome140" },
  });
  return outDir;
}
