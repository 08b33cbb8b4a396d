import { inflateSync } from "fflate";
import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { fileKindOf } from "../file-kind.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import { checkZip } from "./check-zip.ts";
import type { ZipEntry } from "./check-zip.ts";

/** A file of an archive, by its name without folders. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An opened archive: its tables, and the names of what it holds beside them. */
export interface OpenedZip {
  readonly members: readonly ZipMember[];
  readonly left: readonly string[];
}

const TABLE_NAME = /\.(csv|xlsx|tsv|txt)$/i;
const ARCHIVE_NAME = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz|jar)$/i;
/** What systems put beside the files: no one's data. */
const HIDDEN = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;
/** Out of the archive's own folder: a root, a drive, or a step up. */
const OUTSIDE = /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i;

/** Opens an archive of CSV and XLSX files, such as a CRM's backup, after its directory has been checked. Refused whole: an
 * archive within, a path that leads out, two files of one path, more files than a person would pack, and what unpacks to
 * more than it declares. */
export async function openZip(bytes: Uint8Array): Promise<Result<OpenedZip>> {
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  const files = checked.value.filter(({ name }) => !/[/\\]$/.test(name) && !HIDDEN.test(name));
  if (checked.value.some(({ name }) => OUTSIDE.test(name))) return refuse("customer.file.zip-paths");
  if (new Set(files.map(({ name }) => name)).size < files.length) return refuse("customer.file.damaged");
  if (checked.value.length > FILE_LIMITS.members)
    return fail([{ message: message("customer.file.zip-many", { count: FILE_LIMITS.members }) }]);
  const members: ZipMember[] = [];
  const left: string[] = [];
  for (const entry of files) {
    const name = baseName(entry.name);
    const unpacked = TABLE_NAME.test(name) ? unpack(bytes, entry) : null;
    if (ARCHIVE_NAME.test(name) || (unpacked !== null && fileKindOf(unpacked) === "zip")) {
      return fail([{ message: message("customer.file.zip-nested", { file: name }) }]);
    }
    if (unpacked === null) left.push(name);
    else members.push({ name, bytes: unpacked });
  }
  return members.length === 0 ? refuse("customer.file.zip-empty") : ok({ members, left });
}

function refuse(key: string): Result<OpenedZip> {
  return fail([{ message: message(key) }]);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).slice(-200);
}

/** The bytes of a part whose size has been measured before. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameLength = view.getUint16(entry.offset + 26, true);
  const start = entry.offset + 30 + nameLength + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  return entry.method === 0
    ? packed.slice()
    : inflateSync(packed, { out: new Uint8Array(entry.size) }).slice();
}
