import { createHash } from "node:crypto";

/* As much of the asar format as tells what is in an archive and whether it is whole: a head of JSON, whose length stands in the fourth
 * word, then the files one behind the other. */

interface ArchiveFile {
  readonly size: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | ArchiveFile>>;
}

/** A file of an archive with its bytes. `hash` is what the head says of it; empty where it says nothing. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly hash: string;
}

/** The files of an archive. */
export function readArchive(archive: Buffer): readonly ArchivedFile[] {
  const head = JSON.parse(archive.toString("utf8", 16, 16 + archive.readUInt32LE(12))) as ArchiveFolder;
  const from = 8 + archive.readUInt32LE(4);
  return filesOf(head, "").map(({ path, file }) => {
    const at = from + Number(file.offset ?? 0);
    const hash = file.integrity?.algorithm === "SHA256" ? file.integrity.hash : "";
    return { path, bytes: archive.subarray(at, at + file.size), hash };
  });
}

/** The paths of the files that are not what the head says, so that Electron would not start on them. */
export function brokenFiles(files: readonly ArchivedFile[]): readonly string[] {
  return files
    .filter(({ bytes, hash }) => createHash("sha256").update(bytes).digest("hex") !== hash)
    .map(({ path }) => path);
}

function filesOf(
  folder: ArchiveFolder,
  path: string,
): readonly { readonly path: string; readonly file: ArchiveFile }[] {
  return Object.entries(folder.files).flatMap(([name, entry]) =>
    "files" in entry ? filesOf(entry, `${path}/${name}`) : [{ path: `${path}/${name}`, file: entry }],
  );
}
