/** 把文件存到磁盘时各处都说的话。 */
export const baseFiles = {
  "base.file.making": "正在生成…",
  "base.file.progress.made": "已生成 {{done}} / {{all}} 份…",
  "base.file.progress.written": "已写入 {{done}} / {{all}} 份…",
  "base.file.stopping": "正在停下…",
  "base.file.saved": "已保存：{{name}}",
  "base.file.saved-all": "{{count}} 份已存到“{{name}}”",
  "base.file.printed": "已交给打印：{{name}}。要存成文件，请在打印窗口里选“另存为 PDF”。",
  "base.file.printed-all":
    "{{count}} 份已交给打印，每份另起一页：{{name}}。要存成文件，请在打印窗口里选“另存为 PDF”。",
  "base.file.failed": "没有生成，什么都没有保存。请重试。原因：{{reason}}",
  "base.file.kind.pdf": "PDF 文件",
  "base.file.kind.docx": "Word 文档",
  "base.file.kind.xlsx": "Excel 工作簿",
  "base.file.kind.zip": "压缩包",
  "base.file.language": "文件语言",
  "base.file.language.zh-CN": "中文",
  "base.file.language.en": "English",
  "base.print.part": "共 {{count}} 行，这里印出前 {{shown}} 行。要看全部，请先筛选，或导出 CSV、XLSX。",
} as const;
