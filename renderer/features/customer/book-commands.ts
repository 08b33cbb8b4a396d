import type { Change } from "../../../core/base/change.ts";
import type { CustomerId, DealId, MemberId, OrderId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import type { Bilingual } from "../../../core/base/schema.ts";
import { addCustomer, editCustomer } from "../../../core/customer/edit-customer.ts";
import { addDeal, editDeal, moveDeal } from "../../../core/customer/edit-deal.ts";
import type { DealInput } from "../../../core/customer/edit-deal.ts";
import type { TypedRecord, TypedTable, TypedTexts } from "../../../core/customer/typed-fields.ts";
import { addOrder, editOrder } from "../../../core/customer/edit-order.ts";
import { addTypedRecord, editTypedRecord } from "../../../core/customer/edit-record.ts";
import type { Deal } from "../../../core/customer/records.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";

/** The language in which new stages are named. */
export function stageLanguage(): keyof Bilingual {
  return useView.getState().locale === "en" ? "en" : "zh";
}

/** What a record is called in lists and in the journal. */
export function recordName(record: Partial<TypedRecord>): string {
  const { name, number, subject, kind, customerName } = record as Readonly<
    Record<string, string | undefined>
  >;
  const called = [kind, customerName].filter((part) => part !== undefined && part !== "").join(" · ");
  return name || subject || number || called || record.id || "";
}

/** What a record will be called, from what was typed. */
export function typedName(table: TypedTable, texts: TypedTexts): string {
  const { name, number, subject, kind, customer } = texts;
  if (table === "answers" || table === "payments") return customer || "";
  return name || subject || number || [kind, customer].filter(Boolean).join(" · ");
}

/** Adds a record from what was typed. */
export async function addRecord(
  table: TypedTable,
  typed: { readonly texts: TypedTexts; readonly ownerId: MemberId | null },
): Promise<Result<null>> {
  const name = typedName(table, typed.texts) || (typed.texts["on"] ?? "");
  const seen = currentWorkspace();
  const command = commandToAdd(seen, table, typed);
  if (!command.ok) return command;
  return runCommand(labelOf("add", table, name), { command, seen });
}

/** Changes fields of a record; says what is wrong, `null` when it was taken. */
export function editRecord(
  words: Words,
  of: { readonly table: TypedTable; readonly record: TypedRecord },
  texts: TypedTexts,
): Promise<string | null> {
  const { table, record } = of;
  return runFromField(words, labelOf("edit", table, recordName(record)), (now) =>
    commandToEdit(now, of, texts),
  );
}

/** Moves a deal to a stage in one commit; says what is wrong, `null` when it was moved. */
export function moveToStage(words: Words, deal: Deal, stage: string): Promise<string | null> {
  const label = message("customer.record.move", { name: recordName(deal), stage });
  return runFromField(words, label, (now) => moveDeal(now, { ...dealInput(deal.id), stage }));
}

/** What was done to a record, for the journal. */
export function labelOf(act: "add" | "edit" | "remove", table: TypedTable, name: string): Message {
  return message(`customer.record.${act}`, { object: message(`customer.one.${table}`), name });
}

function commandToAdd(
  book: Workspace,
  table: TypedTable,
  typed: { readonly texts: TypedTexts; readonly ownerId: MemberId | null },
): Result<readonly Change[]> {
  const id = currentPlatform().newId();
  if (table === "customers") return addCustomer(book, { ...typed, id: id as CustomerId });
  if (table === "deals") return addDeal(book, { ...typed, ...dealInput(id as DealId) });
  if (table === "orders") {
    return addOrder(book, { ...typed, id: id as OrderId, newCustomerId: newCustomerId() });
  }
  return addTypedRecord(book, { ...typed, table, id, ...nowAndNew() });
}

function commandToEdit(
  book: Workspace,
  { table, record }: { readonly table: TypedTable; readonly record: TypedRecord },
  texts: TypedTexts,
): Result<readonly Change[]> {
  if (table === "customers") return editCustomer(book, { id: record.id as CustomerId, texts });
  if (table === "orders") {
    return editOrder(book, { id: record.id as OrderId, texts, newCustomerId: newCustomerId() });
  }
  if (table !== "deals") return editTypedRecord(book, { table, id: record.id, texts, ...nowAndNew() });
  const id = record.id as DealId;
  // A stage that closes the deal offers today as its closing day, as a move on the board does.
  const { stage, ...others } = texts;
  if (stage !== undefined && stage !== "" && Object.keys(others).length === 0) {
    return moveDeal(book, { ...dealInput(id), stage });
  }
  return editDeal(book, { ...dealInput(id), texts });
}

function dealInput(id: DealId): DealInput {
  return { id, language: stageLanguage(), ...nowAndNew() };
}

function nowAndNew() {
  return { today: useView.getState().today, newCustomerId: newCustomerId() };
}

function newCustomerId(): CustomerId {
  return currentPlatform().newId() as CustomerId;
}
