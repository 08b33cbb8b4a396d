import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Big pieces first, then what is left of the room to its last byte. */
const PIECES = [1 << 20, 64 << 10, 4096, 1];

/** A real disk of a few megabytes, in memory, that can be filled to its last byte. */
export class SmallDisk {
  readonly path: string;
  #pieces = 0;

  private constructor(path: string) {
    this.path = path;
  }

  /** Mounting one takes root on Linux; `null` elsewhere. */
  static mount(bytes: number): SmallDisk | null {
    const path = mkdtempSync(join(tmpdir(), "jiugong-small-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", path], { stdio: "ignore" });
      return new SmallDisk(path);
    } catch {
      rmSync(path, { recursive: true });
      return null;
    }
  }

  /** Whether one can be mounted here. */
  static isPossible(): boolean {
    const probe = SmallDisk.mount(1 << 20);
    probe?.unmount();
    return probe !== null;
  }

  fill(): void {
    for (const bytes of PIECES) while (this.#put(bytes)) this.#pieces += 1;
  }

  giveRoom(): void {
    for (const name of readdirSync(this.path)) if (name.startsWith("filler-")) rmSync(join(this.path, name));
  }

  unmount(): void {
    // A file that is still open holds the disk until its process ends.
    execFileSync("umount", ["-l", this.path]);
    rmSync(this.path, { recursive: true });
  }

  #put(bytes: number): boolean {
    const path = join(this.path, `filler-${this.#pieces}`);
    try {
      writeFileSync(path, Buffer.alloc(bytes), { flag: "wx" });
      return true;
    } catch {
      rmSync(path, { force: true });
      return false;
    }
  }
}
