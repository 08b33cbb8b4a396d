/** 启动命令在终端里说的话。 */
export const start = {
  "start.no-electron": "九宫：这台电脑拿不到 Electron 程序，改在浏览器里打开同一个应用。",
  "start.no-display": "九宫：这台电脑没有图形界面，只提供网址，请在浏览器里打开。",
  "start.electron-failed": "九宫：Electron 没有启动成功（退出码 {{code}}），改在浏览器里打开同一个应用。",
  "start.browser-lacks": "浏览器里没有：系统的打开和保存对话框、关闭时的自动备份、软件更新。",
  "start.site-data": "数据保存在浏览器里：清除本网站的数据会删掉全部内容，请常存备份文件。",
  "start.address": "打开 {{address}}（按 Ctrl+C 停止）",
  "start.port-taken":
    "端口 {{port}} 已被占用：如果九宫已在运行，直接打开 {{address}}；否则请关掉占用它的程序再试。",
} as const;
