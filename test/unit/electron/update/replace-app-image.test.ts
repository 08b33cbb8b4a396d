import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ownAppImage } from "../../../../electron/update/app-image.ts";
import { realReplaceSteps, replaceAppImage } from "../../../../electron/update/replace-app-image.ts";
import type { ReplaceSteps } from "../../../../electron/update/replace-app-image.ts";
import { buildManifest } from "../../../builders/update-feed.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-replace-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const NAME = "Jiugong-0.1.0-x86_64.AppImage";

/** An installed AppImage, and beside its folder a verified one. */
function buildPlace() {
  const home = join(folder, "programs");
  mkdirSync(home);
  const [installed, path] = [join(home, NAME), join(folder, "fetched")];
  writeFileSync(installed, "old");
  chmodSync(installed, 0o700);
  writeFileSync(path, "the new one");
  const sha512 = createHash("sha512").update("the new one").digest("hex");
  const file = { ...buildManifest().files[0]!, size: 11, sha512 };
  return { home, installed, fresh: { path, file } };
}

function failing(step: keyof ReplaceSteps, code: string): ReplaceSteps {
  const refuse = () => Promise.reject(Object.assign(new Error(code), { code }));
  return { ...realReplaceSteps, [step]: refuse };
}

describe("putting an AppImage in the place of the installed one", () => {
  test("keeps its name and who may start it", async () => {
    const { home, installed, fresh } = buildPlace();
    await replaceAppImage(installed, fresh);
    expect(readFileSync(installed, "utf8")).toBe("the new one");
    expect(statSync(installed).mode & 0o777).toBe(0o700);
    expect(readdirSync(home)).toEqual([NAME]);
  });

  test.each<[keyof ReplaceSteps, string]>([
    ["copyFile", "ENOSPC"],
    ["flush", "EIO"],
    ["chmod", "EPERM"],
    ["rename", "EXDEV"],
  ])(
    "leaves the old one whole and startable, alone in its folder, when %s fails with %s",
    async (step, code) => {
      const { home, installed, fresh } = buildPlace();
      await expect(replaceAppImage(installed, fresh, failing(step, code))).rejects.toThrow("not-replaced");
      expect(readFileSync(installed, "utf8")).toBe("old");
      expect(statSync(installed).mode & 0o777).toBe(0o700);
      expect(readdirSync(home)).toEqual([NAME]);
    },
  );

  test("works when it is tried again after a failure", async () => {
    const { installed, fresh } = buildPlace();
    await replaceAppImage(installed, fresh, failing("rename", "EBUSY")).catch(() => undefined);
    await replaceAppImage(installed, fresh);
    expect(readFileSync(installed, "utf8")).toBe("the new one");
  });

  test("is refused when what was copied is not the release", async () => {
    const { installed, fresh } = buildPlace();
    const steps = { ...realReplaceSteps, flush: async (path: string) => writeFileSync(path, "another one") };
    await expect(replaceAppImage(installed, fresh, steps)).rejects.toThrow("not-replaced");
    expect(readFileSync(installed, "utf8")).toBe("old");
  });

  test("brings it back when it was removed meanwhile", async () => {
    const { installed, fresh } = buildPlace();
    rmSync(installed);
    await replaceAppImage(installed, fresh);
    expect(statSync(installed).mode & 0o777).toBe(0o755);
  });

  test("leaves a link to it a link", async () => {
    const { home, installed, fresh } = buildPlace();
    symlinkSync(installed, join(home, "link"));
    await replaceAppImage(join(home, "link"), fresh);
    expect(lstatSync(join(home, "link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(installed, "utf8")).toBe("the new one");
  });
});

describe("the AppImage that the program runs from", () => {
  const env = { APPIMAGE: "/home/li/Jiugong.AppImage", APPDIR: "/tmp/.mount_Jiu" };

  test("is the one whose mounted image holds the program", () => {
    expect(ownAppImage(env, "/tmp/.mount_Jiu/jiugong")).toBe("/home/li/Jiugong.AppImage");
  });

  test.each([
    [env, "/opt/Jiugong/jiugong"],
    [env, "/tmp/.mount_Jiu2/jiugong"],
    [{ ...env, APPDIR: "/opt/Jiugong" }, "/opt/Jiugong/jiugong"],
    [{ APPIMAGE: "/home/li/Jiugong.AppImage" }, "/tmp/.mount_Jiu/jiugong"],
    [{ ...env, APPIMAGE: "Jiugong.AppImage" }, "/tmp/.mount_Jiu/jiugong"],
    [{}, "/opt/Jiugong/jiugong"],
  ])("is none where the variables are another program's: %o, %s", (given, execPath) => {
    expect(ownAppImage(given, execPath)).toBeNull();
  });
});
