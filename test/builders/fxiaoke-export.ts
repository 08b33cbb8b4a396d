import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import type { XlsxCell } from "../../formats/xlsx/xlsx-book.ts";
import type { Scene } from "./crm-scene.ts";

/** A file as a CRM exports it. */
export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const STAGES = ["验证客户", "需求确定", "方案/报价", "谈判审核", "赢单", "输单", "无效"] as const;
const STATES = ["进行中", "进行中", "进行中", "进行中", "赢单", "输单", "无效"] as const;

type Cell = string | number;
/** An object's columns: header → cell of a record. */
type Columns<T> = readonly (readonly [string, (record: T, at: number) => Cell])[];

/** A scene as 纷享销客 exports it: a workbook for each object. */
export async function fxiaokeExport(scene: Scene): Promise<readonly ExportFile[]> {
  const day = scene.today.replaceAll("-", "");
  return Promise.all(
    [...basicSheets(scene), ...laterSheets(scene)].map(async ({ object, rows }) => ({
      name: `${object}对象导出结果_${day}.xlsx`,
      bytes: await writeXlsx({
        sheets: [
          { name: `${object}数据`, columns: [], rows: rows.map((cells) => ({ cells: cells.map(toCell) })) },
        ],
      }),
    })),
  );
}

/** What most records of the system have in common. */
function commonColumns(scene: Scene) {
  const nameById = new Map(scene.customers.map(({ id, name }) => [id, name]));
  const customer = ({ customerId }: { readonly customerId: string }) => nameById.get(customerId)!;
  const owner = ({ owner: name }: { readonly owner: string }) => name;
  const id = (letter: string) => (record: { readonly id: string }) => `${letter}${record.id}`;
  const common = [
    ["客户名称", customer],
    ["客户名称_唯一性ID", ({ customerId }: { readonly customerId: string }) => `C${customerId}`],
    ["负责人", owner],
  ] as const;
  return { common, customer, id, owner };
}

function basicSheets(scene: Scene): readonly Sheet[] {
  const { common, id, owner } = commonColumns(scene);
  return [
    sheet("人员", scene.owners, [
      ["员工姓名（必填）", (name) => name],
      ["员工编号", (_, at) => `HD${String(at + 1).padStart(3, "0")}`],
      ["主属部门-1", () => "华东销售部"],
      ["员工状态", () => "启用"],
      ["入职日期", () => "2020-01-06"],
    ]),
    sheet("客户", scene.customers, [
      ["唯一性ID（必填）", id("C")],
      ["客户名称（必填）", ({ name }) => name],
      ["客户级别", ({ level }) => level],
      ["成交状态", (_, at) => (at % 2 === 0 ? "已成交" : "未成交")],
      ["1级行业", ({ industry }) => industry],
      ["电话", ({ phone }) => phone],
      ["省", ({ region }) => region],
      ["负责人", owner],
      ["普通成员-只读", () => ""],
    ]),
    sheet("联系人", scene.contacts, [
      ["唯一性ID（必填）", id("L")],
      ["姓名（必填）", ({ text }) => text],
      ...common,
    ]),
    sheet("商机2.0", scene.deals, [
      ["唯一性ID（必填）", id("D")],
      ["商机名称（必填）", ({ name }) => name],
      ["商机金额(元)", ({ amount }) => amount],
      ["预计成交日期", ({ expectedClose }) => expectedClose],
      ["商机阶段", ({ stage }) => STAGES[stage]!],
      ["阶段状态", ({ stage }) => STATES[stage]!],
      ["创建时间", ({ created }) => `${created} 09:30`],
      ...common,
    ]),
  ];
}

function laterSheets(scene: Scene): readonly Sheet[] {
  const { common, customer, id, owner } = commonColumns(scene);
  return [
    sheet("商机阶段变更", scene.events, [
      ["商机名称_唯一性ID", ({ dealId }) => `D${dealId}`],
      ["商机阶段", ({ stage }) => STAGES[stage]!],
      ["变更时间", ({ on }) => `${on} 10:00`],
      ["变更人", () => scene.owners[0]!],
    ]),
    sheet("销售订单", scene.orders, [
      ["销售订单编号（必填）", id("SO")],
      ["销售订单金额(元)", ({ amount }) => amount],
      ["状态", () => "已确认"],
      ["下单日期", ({ on }) => on],
      ["已回款金额(元)", ({ amount }) => amount / 2],
      ...common,
    ]),
    sheet("回款", scene.payments, [
      ["回款编号", id("P")],
      ["销售订单编号", id("SO")],
      ["回款日期", ({ on }) => on],
      ["回款金额(元)", ({ amount }) => amount / 2],
      ...common,
    ]),
    sheet("销售记录", scene.activities, [
      ["唯一性ID", id("A")],
      ["互动方式", (_, at) => ["拜访", "电话", "微信"][at % 3]!],
      ["跟进正文", ({ text }) => text],
      ["记录时间", ({ on }) => `${on} 14:00`],
      ["客户名称", customer],
      ["客户名称_唯一性ID", ({ customerId }) => `C${customerId}`],
      ["创建人", owner],
    ]),
    sheet("工单", scene.cases, [
      ["工单编号", id("G")],
      ["工单类型", (_, at) => (at % 2 === 0 ? "客户投诉" : "服务请求")],
      ["主题", ({ text }) => text],
      ["处理状态", () => "处理中"],
      ["创建时间", ({ on }) => on],
      ...common,
    ]),
  ];
}

interface Sheet {
  readonly object: string;
  readonly rows: readonly (readonly Cell[])[];
}

function sheet<T>(object: string, records: readonly T[], columns: Columns<T>): Sheet {
  const header = columns.map(([name]) => name as Cell);
  return {
    object,
    rows: [header, ...records.map((record, at) => columns.map(([, cellOf]) => cellOf(record, at)))],
  };
}

function toCell(cell: Cell): XlsxCell {
  return typeof cell === "number" ? { number: cell } : cell;
}
