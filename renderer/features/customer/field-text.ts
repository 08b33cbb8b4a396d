import { moneyToDecimal } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { customerChoices } from "../../../core/customer/customer-choices.ts";
import { dealChoices, orderChoices } from "../../../core/customer/record-choices.ts";
import type { TypedField, TypedRecord } from "../../../core/customer/typed-fields.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** The record's property that a field shows. */
export function propertyOf({ kind, key }: TypedField): string {
  if (kind === "customer") return "customerName";
  return kind === "deal" || kind === "order" ? `${key}Id` : key;
}

/** A field's value as it can be typed again. */
export function fieldText(workspace: Workspace, record: TypedRecord, field: TypedField): string {
  const values = record as unknown as Readonly<Record<string, string | number | boolean | undefined>>;
  const { customers, deals, orders } = workspace.facts;
  const value = values[propertyOf(field)];
  if (field.kind === "customer") {
    return customerChoices(customers).labelById.get(String(values["customerId"])) ?? String(value ?? "");
  }
  if (value === undefined) return "";
  switch (field.kind) {
    case "deal":
      return dealChoices(deals).labelById.get(String(value)) ?? "";
    case "order":
      return orderChoices(orders).labelById.get(String(value)) ?? "";
    case "percent":
      return `${Number(value) / 10_000}%`;
    case "yes-no":
      return value === true ? "yes" : "no";
    case "money":
      return moneyToDecimal(value as Money, settingsOf(workspace).currency).replace(
        /\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g,
        ",",
      );
    default:
      return String(value);
  }
}
