import type { Dictionary } from "../dictionary.ts";

/** What is said when the data cannot be opened. */
export const vaultRescue: Dictionary = {
  "vault.rescue.lead":
    "{{app}}打不开本机的数据库，什么都没有被改动。下面是还能读出的数据，请先存成文件，再试着重新打开。",
  "vault.rescue.files": "可以存成文件的数据",
  "vault.rescue.none": "本机没有能读出的数据。请用最近的备份恢复。",
  "vault.rescue.reading": "正在查找能读出的数据…",
  "vault.rescue.last": "最后保存的数据",
  "vault.rescue.last.text": "包含已保存的全部改动",
  "vault.rescue.kept": "恢复或升级之前留存的数据",
  "vault.rescue.sequence": "截至第 {{sequence}} 次改动",
  "vault.rescue.save": "存成文件",
  "vault.rescue.saved": "已存为“{{name}}”。",
  "vault.rescue.gone": "这份数据读不出来了，请存另一份。",
  "vault.rescue.file": "九宫数据 第{{sequence}}次改动",
  "vault.rescue.kind": "九宫备份",
  "vault.rescue.then":
    "重新打开后仍然出现本页时：在浏览器里清除本站数据之前，务必先存好文件；清除后从这个文件恢复。",
  "vault.rescue.then.desktop":
    "重新打开后仍然出现本页时：请退出九宫，把数据文件夹里的 IndexedDB 文件夹改名，再打开九宫，数据会从日志恢复。",
};
