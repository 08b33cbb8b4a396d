import { message } from "../core/base/message.ts";
import type { Message } from "../core/base/message.ts";
import { fail, ok } from "../core/base/result.ts";
import type { Result } from "../core/base/result.ts";
import type { Table } from "../core/base/table.ts";
import { pickTables } from "../core/customer/import/pick-tables.ts";
import type { Encoding } from "../formats/csv/detect-encoding.ts";
import { fileHash } from "../formats/file-hash.ts";
import { fileKindOf } from "../formats/file-kind.ts";
import { readTables } from "../formats/read-tables.ts";
import { openZip } from "../formats/zip/open-zip.ts";

/** A file to import. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One table of a file, with what the log of imports says of the file. */
export interface FileTable {
  readonly about: {
    readonly name: string;
    readonly size: number;
    readonly hash: string;
    readonly encoding: string;
    readonly delimiter: string;
  };
  readonly sheet?: string;
  readonly table: Table;
  readonly isInArchive: boolean;
}

export interface OpenedTables {
  readonly tables: readonly FileTable[];
  /** What archives held and could not be read, and why. */
  readonly left: readonly Message[];
}

/** Reads files as tables, an archive as the files within. A file that cannot be read refuses all; within an archive it is
 * left out and named. */
export async function openTables(
  files: readonly FileToImport[],
  encoding: Encoding | undefined,
): Promise<Result<OpenedTables>> {
  const tables: FileTable[] = [];
  const left: Message[] = [];
  for (const file of files) {
    if (fileKindOf(file.bytes) !== "zip") {
      const read = await readOne(file, encoding, false);
      if (!read.ok) return fail(read.error.map((problem) => ({ ...problem, field: file.name })));
      tables.push(...read.value);
      continue;
    }
    const archive = await openZip(file.bytes);
    if (!archive.ok) return fail(archive.error.map((problem) => ({ ...problem, field: file.name })));
    left.push(...archive.value.left.map((name) => message("customer.file.zip-left", { file: name })));
    for (const member of archive.value.members) {
      const read = await readOne(member, encoding, true);
      if (read.ok) tables.push(...read.value);
      else {
        const why = read.error[0]!.message;
        left.push(message("customer.file.zip-skipped", { file: member.name, why }));
      }
    }
  }
  return ok({ tables, left });
}

async function readOne(
  { name, bytes }: FileToImport,
  encoding: Encoding | undefined,
  isInArchive: boolean,
): Promise<Result<readonly FileTable[]>> {
  const read = await readTables(bytes, encoding === undefined ? {} : { encoding });
  if (!read.ok) return read;
  const about = {
    name,
    size: bytes.length,
    hash: await fileHash(bytes),
    encoding: read.value.encoding,
    delimiter: read.value.delimiter,
  };
  return ok(pickTables(read.value.tables).map((table) => ({ about, ...table, isInArchive })));
}
