import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter, armor, generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAgeFile } from "../../../../formats/age/age-header.ts";
import { decryptWithPassphrase } from "../../../../formats/age/decrypt-with-passphrase.ts";
import { encryptWithPassphrase } from "../../../../formats/age/encrypt-with-passphrase.ts";

const SECRET = "九宫 share 2026";
const LOCKED_WITH = "山高月小 水落石出";
/** Quick to derive; the head says which. */
const WORK = 8;

async function keyOf(bytes: Uint8Array, passphrase = LOCKED_WITH): Promise<string | null> {
  const opened = await decryptWithPassphrase(bytes, passphrase);
  return opened.ok ? null : opened.error[0]!.message.key;
}

const lock = (bytes: Uint8Array) => encryptWithPassphrase(bytes, LOCKED_WITH, WORK);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const utf8 = (said: string) => new TextEncoder().encode(said);

describe("encryptWithPassphrase and decryptWithPassphrase", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])("bring %d bytes back", async (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 251);
    const opened = await decryptWithPassphrase(await lock(bytes), LOCKED_WITH);
    expect(opened.ok && Buffer.compare(opened.value, bytes)).toBe(0);
  });

  test("what is locked holds nothing of what it locks", async () => {
    expect(text(await lock(utf8(SECRET)))).not.toContain("share 2026");
  });

  test("a file takes age's own work factor unless told otherwise", async () => {
    const bytes = await encryptWithPassphrase(utf8(SECRET), LOCKED_WITH);
    expect(text(bytes).split("\n")[1]!.split(" ")[3]).toBe("18");
  });

  test("a letter and its accent are the same passphrase, however they are put together", async () => {
    const bytes = await encryptWithPassphrase(utf8(SECRET), "cafe\u0301 noir", WORK);
    expect(await keyOf(bytes, "caf\u00e9 noir")).toBe(null);
  });

  test("a wrong passphrase is told as such", async () => {
    expect(await keyOf(await lock(utf8(SECRET)), "山高月小")).toBe("vault.age.wrong-passphrase");
  });

  test("a file as text is opened too", async () => {
    const opened = await decryptWithPassphrase(
      utf8(`\r\n${armor.encode(await lock(utf8(SECRET)))}`),
      LOCKED_WITH,
    );
    expect(opened.ok && text(opened.value)).toBe(SECRET);
  });
});

describe("decryptWithPassphrase refuses", () => {
  test("a file that is not age's", async () => {
    expect(await keyOf(utf8('{"format":"jiugong-workspace"}'))).toBe("vault.age.foreign");
    expect(await keyOf(new Uint8Array())).toBe("vault.age.foreign");
  });

  test("a file of a later edition", async () => {
    expect(await keyOf(utf8("age-encryption.org/v2\n-> scrypt a 1\n"))).toBe("vault.age.newer");
  });

  test("a file that is locked for a key", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
    expect(await keyOf(await encrypter.encrypt(SECRET))).toBe("vault.age.key");
  });

  test.each([21, 63, 4_000_000])("a work factor of %d before any work", async (factor) => {
    const said = text((await lock(utf8(SECRET))).slice(0, 150)).replace(
      ` ${String(WORK)}\n`,
      ` ${String(factor)}\n`,
    );
    const begun = performance.now();
    expect(await keyOf(utf8(said))).toBe("vault.age.too-much-work");
    expect(performance.now() - begun).toBeLessThan(50);
  });

  test("a file that is torn anywhere", async () => {
    const bytes = await lock(new Uint8Array(70_000));
    const ends = [30, 60, 100, 150, 170, 190, 65_000, bytes.length - 16, bytes.length - 1];
    for (const end of ends)
      expect([end, await keyOf(bytes.slice(0, end))]).toEqual([end, "vault.age.damaged"]);
  });

  test("a chunk that is gone, and one too many", async () => {
    const bytes = await lock(new Uint8Array(150_000));
    const head = bytes.length - 150_000 - 3 * 16;
    const chunk = 65_536 + 16;
    const without = Buffer.concat([bytes.slice(0, head), bytes.slice(head + chunk)]);
    expect(await keyOf(without)).toBe("vault.age.damaged");
    expect(await keyOf(Buffer.concat([bytes, bytes.slice(-40)]))).toBe("vault.age.damaged");
  });

  test("a file in which any bit has turned, and gives nothing of it", async () => {
    const bytes = await lock(utf8(SECRET));
    for (let at = 0; at < bytes.length; at += 3) {
      const turned = bytes.slice();
      turned[at]! ^= 1 << (at % 8);
      expect(await keyOf(turned)).toMatch(
        /^vault\.age\.(damaged|wrong-passphrase|foreign|newer|key|too-much-work)$/,
      );
    }
  });

  test("text whose lines are no base64", async () => {
    const said = armor.encode(await lock(utf8(SECRET))).replace(/\n[A-Za-z0-9]{4}/, "\n!!!!");
    expect(await keyOf(utf8(said))).toBe("vault.age.damaged");
  });
});

describe("isAgeFile", () => {
  test("knows both forms, and no other file", async () => {
    const bytes = await lock(utf8(SECRET));
    expect([bytes, utf8(armor.encode(bytes)), utf8("PK"), new Uint8Array()].map(isAgeFile)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** age asks its terminal for passphrases; `script` gives it one. */
function age(line: string, passphrase: string): number | null {
  const answers = `sleep 0.3; echo '${passphrase}'; sleep 0.7; echo '${passphrase}'; sleep 1`;
  const command = `( ${answers} ) | script -qec "${line}" /dev/null`;
  return spawnSync("bash", ["-c", command], { timeout: 20_000 }).status;
}

const hasAge = spawnSync("bash", ["-c", "command -v age && command -v script"]).status === 0;

describe.skipIf(!hasAge)("beside the tool age", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jiugong-age-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("it opens what we lock", { timeout: 30_000 }, async () => {
    writeFileSync(join(folder, "ours.age"), await encryptWithPassphrase(utf8(SECRET), "plain words", 12));
    expect(age(`age -d -o ${folder}/ours.txt ${folder}/ours.age`, "plain words")).toBe(0);
    expect(readFileSync(join(folder, "ours.txt"), "utf8")).toBe(SECRET);
  });

  test.each([
    ["in bytes", ""],
    ["as text", "-a "],
  ])("we open what it locks %s", { timeout: 30_000 }, async (_, form) => {
    writeFileSync(join(folder, "theirs.txt"), SECRET);
    expect(
      age(`age -p ${form}-o ${folder}/theirs${form.trim()}.age ${folder}/theirs.txt`, "plain words"),
    ).toBe(0);
    const opened = await decryptWithPassphrase(
      readFileSync(join(folder, `theirs${form.trim()}.age`)),
      "plain words",
    );
    expect(opened.ok && text(opened.value)).toBe(SECRET);
  });
});
