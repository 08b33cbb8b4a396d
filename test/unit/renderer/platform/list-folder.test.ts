import { expect, test } from "vitest";
import { listFolder } from "../../../../renderer/platform/list-folder.ts";
import { aLedger } from "../../../builders/backup-ledger.ts";

const SNAPSHOT = aLedger(4).snapshot!;
const text = new TextDecoder().decode(SNAPSHOT);

/** A folder of the browser; `null`: a file that cannot be read. */
function aFolder(files: Readonly<Record<string, string | null>>): FileSystemDirectoryHandle {
  const handle = (contents: string | null) => ({
    async getFile() {
      if (contents === null) throw new DOMException("", "NotReadableError");
      return new File([contents], "", { lastModified: 5 });
    },
  });
  return {
    async *keys() {
      yield* Object.keys(files);
    },
    getFileHandle: async (name: string) => handle(files[name] ?? null),
  } as unknown as FileSystemDirectoryHandle;
}

test("a file that cannot be read, and a head that no workspace can have, hide no other copy", async () => {
  const strange = text.replace('"customers":4', '"customers":-4');
  const found = await listFolder(
    aFolder({ "a.jiugong": null, "b.jiugong": strange, "c.jiugong": text, "notes.txt": "" }),
    [],
  );
  expect(strange).not.toBe(text);
  expect(found.map(({ name, head }) => [name, head?.total])).toEqual([
    ["c.jiugong", 5],
    ["b.jiugong", undefined],
  ]);
});
