import type { MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { askedPeers } from "../../../core/review/asked-peers.ts";
import type { CycleView } from "../../../core/review/cycle-view.ts";
import { partOf } from "../../../core/review/edit-review.ts";
import { isWhole } from "../../../core/review/missing-parts.ts";
import { askedOf, partSheet } from "../../../core/review/part-sheet.ts";
import type { FormWords } from "../../../core/review/part-sheet.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { renderTables } from "../../worker/table-client.ts";
import type { ReviewData } from "./use-review.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A form that is still to come back: about whom, and by which colleague; by the member alone where there is none. */
export interface Form {
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly peer?: Form["member"];
}

/** The forms whose parts are not whole yet. */
export function formsWaiting(
  rows: ReviewData["workspace"]["rows"],
  { cycle, members }: CycleView,
): readonly Form[] {
  const nameOf = (id: MemberId) => rows.members.get(id)?.name ?? id;
  return members.flatMap(({ memberId, name, review }): readonly Form[] => {
    const member = { id: memberId, name };
    const peers = cycle.peerCount === 0 ? [] : askedPeers(rows, cycle, memberId);
    return [
      ...(cycle.asksSelf && !isWhole(cycle, review?.self) ? [{ member }] : []),
      ...peers
        .filter((id) => !isWhole(cycle, partOf(review, { peer: id })))
        .map((id) => ({ member, peer: { id, name: nameOf(id) } })),
    ];
  });
}

/** Saves a workbook for each form, all or none: into a new folder where there is a dialog for it, else as one archive; a single
 * one as a file. Answers what is said of it; `null`: the person cancelled the dialog. */
export async function saveForms(
  data: ReviewData,
  { cycle }: CycleView,
  { words, forms }: { readonly words: Words; readonly forms: readonly Form[] },
): Promise<Result<Message | null, Message>> {
  const period = words.period(data.period.id);
  const texts = formWords(words);
  const columns = ["question", "answer", "hint", "code"].map((key) =>
    words.text(`review.form.column.${key}`),
  );
  const tables = forms.map(({ member, peer }) => {
    const rows = partSheet(cycle, member, { period, words: texts, ...(peer ? { peer } : {}) });
    return {
      name: words.text(peer ? "review.form.sheet.peer" : "review.form.sheet"),
      columns,
      rows,
      format: "xlsx" as const,
      asks: askedOf(rows, texts.rate),
    };
  });
  const names = forms.map((form) => `${fileName(data, form, { words, period })}.xlsx`);
  const isArchive = forms.length > 1 && !currentPlatform().saveFolder;
  const made = await renderTables({ tables, ...(isArchive ? { zipNames: names } : {}) }).done;
  if (!made.ok) return fail(message("base.file.failed", { reason: made.error }));
  const folder = words.text("review.form.folder", { period });
  const saved = await write({ words, folder, names, files: made.value });
  if (!saved.ok) return fail(failureMessage(saved.error));
  return ok(saved.value && message("review.form.saved", { count: forms.length }));
}

interface MadeForms {
  readonly words: Words;
  readonly folder: string;
  readonly names: readonly string[];
  readonly files: readonly Bytes[];
}

async function write({ words, folder, names, files }: MadeForms) {
  const platform = currentPlatform();
  if (names.length > 1 && platform.saveFolder) {
    return platform.saveFolder(
      folder,
      files.map((bytes, at) => ({ name: names[at]!, bytes })),
    );
  }
  const extension = names.length > 1 ? "zip" : "xlsx";
  const kind = { label: words.text(`base.file.kind.${extension}`), extensions: [extension] };
  return platform.saveFile(names.length > 1 ? `${folder}.zip` : names[0]!, files[0]!, kind);
}

function formWords(words: Words): FormWords {
  return {
    cycle: words.text("review.form.cycle"),
    member: words.text("review.scores.column.name"),
    peer: words.text("review.form.peer"),
    keep: words.text("review.form.keep"),
    rate: words.text("review.form.rate"),
    text: words.text("review.part.text"),
    write: words.text("review.form.write"),
    nameOf: words.name,
  };
}

function fileName(
  { workspace }: ReviewData,
  { member, peer }: Form,
  { words, period }: { readonly words: Words; readonly period: string },
): string {
  // Two of one name: the number says whose form it is.
  const called = ({ id, name }: Form["member"]) => {
    const isShared = [...workspace.rows.members.values()].filter((one) => one.name === name).length > 1;
    const number = isShared ? (workspace.rows.members.get(id)?.employeeNumber ?? "") : "";
    return `${name} ${number}`.trim();
  };
  return peer
    ? words.text("review.form.file.peer", { name: called(member), peer: called(peer), period })
    : words.text("review.form.file", { name: called(member), period });
}
