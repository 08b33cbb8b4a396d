import type { CliIo } from "../../cli/io.ts";
import { runCli } from "../../cli/run.ts";

/** A command line over files in memory: what it was given, wrote and said. */
export class MemoryCli {
  readonly files = new Map<string, Uint8Array>();
  out = "";
  err = "";
  #ids = 0;

  /** Runs one command; its words apart by spaces. */
  async run(line: string, language = "en_US.UTF-8"): Promise<number> {
    this.out = "";
    this.err = "";
    return runCli(line.split(" "), this.#io(language));
  }

  put(path: string, content: Uint8Array | string): void {
    this.files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  /** What the last command printed. */
  get json(): unknown {
    return JSON.parse(this.out) as unknown;
  }

  #io(language: string): CliIo {
    return {
      readFile: async (path) => {
        const bytes = this.files.get(path);
        if (!bytes) throw Object.assign(new Error(path), { code: "ENOENT", path });
        return bytes;
      },
      writeFile: async (path, bytes) => void this.files.set(path, bytes),
      makeFolder: async () => undefined,
      out: (text) => void (this.out += text),
      err: (text) => void (this.err += text),
      nowMs: () => Date.UTC(1998, 4, 7),
      newId: () => `id-${++this.#ids}`,
      language,
    };
  }
}
