import { addDays } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";

/** Deals as Zoho exports them, made from their number: the same number gives the same file. */
const HEADERS = [
  "Record Id",
  "Deal Owner.id",
  "Deal Owner",
  "Deal Name",
  "Account Name.id",
  "Account Name",
  "Amount",
  "Stage",
  "Probability (%)",
  "Closing Date",
  "Type",
  "Lead Source",
  "Next Step",
  "Expected Revenue",
  "Reason For Loss",
  "Created By.id",
  "Created By",
  "Created Time",
  "Modified Time",
  "Last Activity Time",
];
const STAGES = [
  ["Qualification", 10],
  ["Needs Analysis", 20],
  ["Value Proposition", 40],
  ["Proposal/Price Quote", 75],
  ["Negotiation/Review", 90],
  ["Closed Won", 100],
  ["Closed Lost", 0],
] as const;
const OWNERS = ["王芳", "李雷", "赵磊", "陈静", "刘洋", "周敏", "吴刚", "郑爽", "孙丽", "马超"];
const TOWNS = ["华东", "苏州", "宁波", "青岛", "成都", "武汉", "佛山", "厦门"];
const TRADES = ["机电", "精工", "新材料", "自动化", "电子", "仪器"];
const STEPS = ["Send the quote", "Call the buyer, then the engineer", "Visit with samples", ""];
const FIRST_DAY = "2024-01-01" as Day;

/** The rows of such a file under their header, every cell a text. */
export function sizedDealRows(count: number): readonly (readonly string[])[] {
  const random = seededRandom(7);
  const customers = Math.max(1, Math.ceil(count / 20));
  const rows = Array.from({ length: count }, (_, at) => {
    const customer = between(random, 0, customers - 1);
    const owner = between(random, 0, OWNERS.length - 1);
    const [stage, probability] = pick(random, STAGES);
    const amount = between(random, 800, 90_000);
    const created = addDays(FIRST_DAY, between(random, 0, 600));
    const modified = addDays(created, between(random, 0, 90));
    return [
      `zcrm_3652397000${String(1_000_000 + at)}`,
      `zcrm_36523970000002${owner}`,
      OWNERS[owner]!,
      `${TOWNS[customer % 8]!}${TRADES[at % 6]!}项目 ${at + 1}`,
      `zcrm_3652397100${String(1_000_000 + customer)}`,
      `${TOWNS[customer % 8]!}第${customer + 1}${TRADES[customer % 6]!}有限公司`,
      `${amount}.50`,
      stage,
      String(probability),
      addDays(created, between(random, 30, 200)),
      at % 3 === 0 ? "Existing Business" : "New Business",
      at % 4 === 0 ? "Trade Show" : "Partner",
      STEPS[at % 4]!,
      ((amount * probability) / 100).toFixed(2),
      stage === "Closed Lost" ? "Price" : "",
      `zcrm_36523970000002${owner}`,
      OWNERS[owner]!,
      `${created} 09:${String(at % 60).padStart(2, "0")}:20`,
      `${modified} 17:20:${String(at % 60).padStart(2, "0")}`,
      `${modified} 17:21:05`,
    ];
  });
  return [HEADERS, ...rows];
}

export function sizedDealsCsv(count: number): Uint8Array<ArrayBuffer> {
  const lines = sizedDealRows(count).map((row) =>
    row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","),
  );
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);
}

/** The same as a workbook; amounts are numbers. */
export function sizedDealsXlsx(count: number): Promise<Uint8Array<ArrayBuffer>> {
  const [header, ...rows] = sizedDealRows(count);
  return writeXlsx({
    sheets: [
      {
        name: "Deals",
        columns: [],
        rows: [
          { cells: header! },
          ...rows.map((row) => ({
            cells: row.map((cell, at) => (at === 6 || at === 8 ? { number: Number(cell) } : cell)),
          })),
        ],
      },
    ],
  });
}
