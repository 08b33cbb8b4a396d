import { zipSync } from "fflate";
import { writeCsv } from "../../formats/csv/write-csv.ts";
import type { Scene } from "./crm-scene.ts";
import { otherName } from "./crm-scene.ts";
import type { ExportFile } from "./fxiaoke-export.ts";

const STAGES = [
  "Qualification",
  "Needs Analysis",
  "Proposal/Price Quote",
  "Negotiation/Review",
  "Closed Won",
  "Closed Lost",
  "Closed Lost to Competition",
] as const;

type Columns<T> = readonly (readonly [string, (record: T, at: number) => string | number])[];

/** A Zoho id: nineteen digits behind `zcrm_`, one range for each module. */
export function zohoId(module: number, id: string): string {
  return `zcrm_36523970000${module}${id.padStart(7, "0")}`;
}

/** A scene as Zoho CRM exports it: a CSV for each module, customers under names that differ a little from the scene's. */
export function zohoExport(scene: Scene): readonly ExportFile[] {
  return [...basicFiles(scene), ...laterFiles(scene)];
}

/** What most modules have in common. */
function commonColumns(scene: Scene) {
  const nameById = new Map(scene.customers.map(({ id, name }, at) => [id, otherName(name, at)]));
  const account: Columns<{ readonly customerId: string }> = [
    ["Account Name.id", ({ customerId }) => zohoId(1, customerId)],
    ["Account Name", ({ customerId }) => nameById.get(customerId)!],
  ];
  const owner = (module: string): Columns<{ readonly owner: string }> => [
    [`${module} Owner.id`, (record) => zohoId(9, String(scene.owners.indexOf(record.owner) + 1))],
    [`${module} Owner`, (record) => record.owner],
  ];
  const id = (module: number): Columns<{ readonly id: string }> => [
    ["Record Id", (record) => zohoId(module, record.id)],
  ];
  const day = scene.today.replaceAll("-", "_");
  return { account, day, id, nameById, owner };
}

function basicFiles(scene: Scene): readonly ExportFile[] {
  const { account, day, id, nameById, owner } = commonColumns(scene);
  return [
    csv(`Accounts_${day}.csv`, scene.customers, [
      ...id(1),
      ...owner("Account"),
      ["Account Name", (record) => nameById.get(record.id)!],
      ["Website", (_, at) => `www${at}.example`],
      ["Phone", ({ phone }) => phone],
      ["Industry", ({ industry }) => industry],
    ]),
    csv(`Contacts_${day}.csv`, scene.contacts, [
      ...id(2),
      ...owner("Contact"),
      ["First Name", ({ text }) => text],
      ["Last Name", ({ id: last }) => `N${last}`],
      ...account,
    ]),
    csv(`Deals_${day}.csv`, scene.deals, [
      ...id(3),
      ...owner("Deal"),
      ["Deal Name", ({ name }) => name],
      ...account,
      ["Amount", ({ amount }) => `${amount}.00`],
      ["Stage", ({ stage }) => STAGES[stage]!],
      ["Closing Date", ({ expectedClose }) => expectedClose],
      ["Created Time", ({ created }) => `${created} 13:20:35`],
      ["Last Activity Time", ({ created }) => `${created} 13:20:35`],
    ]),
  ];
}

function laterFiles(scene: Scene): readonly ExportFile[] {
  const { account, day, id, owner } = commonColumns(scene);
  return [
    csv(`Deals__${day}.csv`, scene.events, [
      ["Record Id", (_, at) => zohoId(4, String(at + 1))],
      ["Deal Name.id", ({ dealId }) => zohoId(3, dealId)],
      ["Stage", ({ stage }) => STAGES[stage]!],
      ["Stage Duration (Calendar Days)", () => 20],
      ["Modified By", () => scene.owners[0]!],
      ["Modified Time", ({ on }) => `${on} 10:00:00`],
    ]),
    csv(`Sales_Orders_${day}.csv`, scene.orders, [
      ...id(5),
      ...owner("Sales Order"),
      ["SO Number", ({ id: number }) => `SO-${number}`],
      ...account,
      ["Order Date", ({ on }) => on],
      ["Grand Total", ({ amount }) => `${amount}.00`],
      ["Status", () => "Delivered"],
    ]),
    csv(`Calls_${day}.csv`, scene.activities, [
      ...id(6),
      ...owner("Call"),
      ["Subject", ({ text }) => text],
      ["Call Type", () => "Outbound"],
      ["Call Start Time", ({ on }) => `${on} 09:00:00`],
      ...account,
    ]),
    csv(`Cases_${day}.csv`, scene.cases, [
      ...id(7),
      ["Case Number", ({ id: number }) => number],
      ...owner("Case"),
      ["Subject", ({ text }) => text],
      ["Status", () => "Open"],
      ["Priority", () => "High"],
      ["Type", () => "Complaint"],
      ...account,
      ["Created Time", ({ on }) => `${on} 08:00:00`],
    ]),
  ];
}

/** The same files as the zip of a data backup. */
export function zohoBackup(scene: Scene): ExportFile {
  const files = zohoExport(scene).map(({ name, bytes }) => [`Data/${name}`, bytes] as const);
  return { name: "Data_001.zip", bytes: new Uint8Array(zipSync(Object.fromEntries(files))) };
}

function csv<T>(name: string, records: readonly T[], columns: Columns<T>): ExportFile {
  const rows = records.map((record, at) => columns.map(([, cellOf]) => cellOf(record, at)));
  return { name, bytes: writeCsv([columns.map(([header]) => header), ...rows]) };
}
