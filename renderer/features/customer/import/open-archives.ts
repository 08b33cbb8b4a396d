import { message } from "../../../../core/base/message.ts";
import type { Message } from "../../../../core/base/message.ts";
import { inImportOrder } from "../../../../core/customer/import/import-order.ts";
import { unreadObject } from "../../../../core/customer/import/unread-object.ts";
import type { PickedFile } from "../../../platform/platform.ts";
import { unzip } from "../../../worker/unzip-client.ts";

/** A file for the wizard; `refusal`: why it is not read, where that is known from the start. */
export interface OpenedPick extends PickedFile {
  readonly refusal?: Message;
}

/** The files to show for those that were picked: an archive becomes the files within, what cannot be read is named with its
 * reason, and all stand in the order in which they are best imported. */
export async function openArchives(picked: readonly PickedFile[]): Promise<readonly OpenedPick[]> {
  const opened: OpenedPick[] = [];
  for (const file of picked) opened.push(...(await openOne(file)));
  const readable = opened.filter((file) => file.refusal === undefined);
  return [
    ...inImportOrder(readable, (file) => file.name),
    ...opened.filter((file) => file.refusal !== undefined),
  ];
}

async function openOne(file: PickedFile): Promise<readonly OpenedPick[]> {
  if (!/\.zip$/i.test(file.name)) return [file];
  const bytes = await file.bytes().catch(() => null);
  if (bytes === null) return [{ ...file, refusal: message("customer.file.unreadable") }];
  const opened = await unzip(bytes);
  if (!opened.ok) return [refused(file.name, opened.error[0]!.message)];
  const { members, left } = opened.value;
  return [
    ...members.map((member) => fileOf(member.name, member.bytes)),
    ...left.map((name) => refused(name, message("customer.file.zip-left", { file: name }))),
  ];
}

function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>): OpenedPick {
  const unread = unreadObject([], { fileName: name });
  return unread === null
    ? { name, size: bytes.length, bytes: async () => bytes.slice() }
    : refused(name, unread);
}

function refused(name: string, refusal: Message): OpenedPick {
  return { name, size: 0, bytes: async () => new Uint8Array(), refusal };
}
