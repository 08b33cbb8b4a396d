import type { Change } from "../../../../core/base/change.ts";
import { countRecords } from "../../../../core/vault/counts.ts";
import { readWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { emptyWorkspace } from "../../../../core/vault/workspace.ts";
import { loadPlatform } from "../../../../renderer/platform/current-platform.ts";
import {
  backUpNow,
  backupPort,
  chooseBackups,
  listBackups,
  openListed,
} from "../../../../renderer/storage/auto-backups.ts";
import { createBackup, restoreBackup } from "../../../../renderer/storage/backup.ts";
import { backupStore } from "../../../../renderer/storage/last-backup.ts";
import { commit, retrySaving, undo } from "../../../../renderer/storage/commit.ts";
import { followBackups } from "../../../../renderer/storage/follow-backups.ts";
import { closeWorkspace, openWorkspace } from "../../../../renderer/storage/open-workspace.ts";
import { replaceWorkspace } from "../../../../renderer/storage/replace-workspace.ts";
import { saveStatus } from "../../../../renderer/storage/save-status.ts";
import { currentWorkspace } from "../../../../renderer/storage/workspace-store.ts";

/* The storage without the app around it, for tests that damage what lies on the disk. Nothing is opened by itself. */

const LABEL = { key: "test" };
const SETTINGS = {
  id: "workspace",
  name: "华东销售部",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "won",
  newCustomerBy: "deal",
  dutyLimit: 6,
} as const;

const order = (number: number) => ({
  id: `generic:order:${number}`,
  number: String(number),
  customerName: `客户${number % 500}有限公司`,
  ownerName: ["王芳", "李娜", "张伟"][number % 3]!,
  on: `2026-${String((number % 12) + 1).padStart(2, "0")}-15`,
  amount: number * 100,
  product: "云桌面标准版",
  source: "generic",
  line: number + 2,
});

const putSkill = (id: string): readonly Change[] => [
  {
    op: "put",
    table: "skills",
    records: [{ id, name: { zh: "谈判", en: "" }, order: 1, archived: false } as never],
  },
];

const storage = {
  async open() {
    const { outcome, messages } = await openWorkspace(await loadPlatform());
    return { outcome, said: messages.map(({ key }) => key) };
  },
  close: closeWorkspace,
  create: () => replaceWorkspace(emptyWorkspace(SETTINGS), LABEL),
  putSkill: (id: string) => commit(LABEL, putSkill(id)),
  setAmount: (number: number, amount: number) =>
    commit(LABEL, [{ op: "set", table: "orders", id: `generic:order:${number}`, fields: { amount } }]),
  putOrders: (count: number, from = 0) =>
    commit(LABEL, [
      {
        op: "put",
        table: "orders",
        records: Array.from({ length: count }, (_, index) => order(from + index)),
      },
    ]),
  undo,
  retry: retrySaving,
  followBackups,
  backUp: () => backUpNow().then(() => backupStore.getState().state),
  async copies() {
    const listed = await listBackups();
    return listed.ok ? listed.value : listed.error[0]!.message.key;
  },
  /** What a person's click in the browser's own dialog gives. */
  async chooseFolder(name: string) {
    const root = await navigator.storage.getDirectory();
    const showDirectoryPicker = () => root.getDirectoryHandle(name, { create: true });
    Object.assign(window, { showDirectoryPicker });
    await chooseBackups({ set: "ask-folder" });
    return backupStore.getState().state;
  },
  /** What the browser answers when it is asked for a permission; a click then gives it. */
  answerPermission(state: PermissionState) {
    let now = state;
    Object.assign(FileSystemDirectoryHandle.prototype, {
      queryPermission: async () => now,
      requestPermission: async () => (now = "granted"),
    });
  },
  async reachFolder() {
    const port = await backupPort();
    await port!.reach();
    return port!.folder();
  },
  async spoilCopy(name: string) {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("jiugong-backups");
    const writable = await (await folder.getFileHandle(name)).createWritable();
    await writable.write("spoilt");
    await writable.close();
  },
  async restoreCopy(name: string) {
    const opened = await openListed(name, null);
    if (opened === "ask" || !opened.ok) return opened;
    const read = readWorkspaceFile(opened.value);
    return read.ok ? restoreBackup(read.value) : read;
  },
  backup: async () => (await createBackup()).length,
  skills: () => [...currentWorkspace().rows.skills.keys()],
  orders: () => countRecords(currentWorkspace()).orders,
  amountOf(number: number) {
    const { pages, pageIndexById } = currentWorkspace().facts.orders;
    const id = `generic:order:${number}`;
    return pages[pageIndexById.get(id) ?? -1]?.rows.find((row) => row.id === id)?.amount;
  },
  status: () => saveStatus.getState().state,
};

export type StoragePage = typeof storage;

Object.assign(window, { storage });
