import type { Dictionary } from "../dictionary.ts";

/** What is said when the data cannot be opened. */
export const vaultRescue: Dictionary = {
  "vault.rescue.lead": "{{app}}打不开本机的数据库，什么都没有被改动。",
  "vault.rescue.save-first": "下面是还能读出的数据，请先存成文件，再试着重新打开。",
  "vault.rescue.files": "可以存成文件的数据",
  "vault.rescue.none": "本机没有能读出的数据。请用最近的备份恢复。",
  "vault.rescue.reading": "正在查找能读出的数据…",
  "vault.rescue.last": "最后保存的数据",
  "vault.rescue.last.text": "包含已保存的全部改动",
  "vault.rescue.kept": "恢复或升级之前留存的数据",
  "vault.rescue.aside": "另放一处的数据",
  "vault.rescue.aside.text": "第 {{place}} 处",
  "vault.rescue.auto": "自动备份",
  "vault.rescue.folder.no-permission": "备份文件夹“{{folder}}”里可能还有备份，浏览器要你再次允许访问。",
  "vault.rescue.folder.forgotten":
    "浏览器不记得备份文件夹“{{folder}}”在哪里了。再选一次，就能看到里面的备份。",
  "vault.rescue.folder.gone": "找不到备份文件夹“{{folder}}”，可能是移动硬盘没接上。接上后再看一次。",
  "vault.rescue.folder.other": "备份文件夹“{{folder}}”现在读不了。请检查磁盘或网络连接，再看一次。",
  "vault.rescue.reach.no-permission": "允许访问",
  "vault.rescue.reach.forgotten": "选择文件夹",
  "vault.rescue.reach.gone": "再看一次",
  "vault.rescue.reach.other": "再看一次",
  "vault.rescue.found": "本机还有这些数据，可以直接打开",
  "vault.rescue.open": "打开这份",
  "vault.rescue.newer": "这份数据由更新版本的九宫写成，请先更新应用。",
  "vault.rescue.passphrase":
    "这份备份已加密，本机没有密码，在这里打不开。请从空白开始（建一个空团队），再到“备份与恢复”的备份列表里打开“{{name}}”，那里会问密码。",
  "vault.aside.title": "打不开的数据先放一边，从空白开始",
  "vault.aside.text": "这里的数据原样留在本机，什么也不删；九宫在旁边另开一处空白，可以用备份恢复。",
  "vault.aside.do": "另放一处，从空白开始",
  "vault.aside.sure": "确定另放一处",
  "vault.aside.failed": "没有做成，什么也没有改动。请检查磁盘空间和文件夹权限后再试。",
  "vault.aside.database": "只把数据库放一边",
  "vault.aside.database-text":
    "数据库只是工作副本：改名留存后，下次打开时会按日志重新写好，已保存的改动都在。",
  "vault.aside.database-do": "把数据库放一边",
  "vault.aside.database-done": "已经记下。请退出九宫再打开，数据会从日志恢复。",
  "vault.rescue.sequence": "截至第 {{sequence}} 次改动",
  "vault.rescue.save": "存成文件",
  "vault.rescue.saved": "已存为“{{name}}”。",
  "vault.rescue.gone": "这份数据读不出来了，请存另一份。",
  "vault.rescue.file": "九宫数据 第{{sequence}}次改动",
  "vault.rescue.kind": "九宫备份",
  "vault.rescue.then":
    "重新打开后仍然出现本页时，最后的办法是在浏览器里清除本站数据，再从存好的文件或以前的备份恢复；本机上没有存成文件的数据会一起清掉。",
};
