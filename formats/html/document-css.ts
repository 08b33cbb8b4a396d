/** The look of a document on paper: A4, ink on white, hairlines, no row split over pages, running head and page numbers
 * by page margin boxes. Colours keep enough contrast to be read in black and white. */
export const DOCUMENT_CSS = `
@page{size:A4;margin:20mm 16mm 18mm;
@top-left{font:9px system-ui,sans-serif;color:#5B6068}
@bottom-right{content:counter(page) " / " counter(pages);font:9px system-ui,sans-serif;color:#5B6068}}
*{box-sizing:border-box;margin:0}
body{font:11.5px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1F2328;background:#fff;font-variant-numeric:tabular-nums;margin:0 auto}
header{border-bottom:2px solid #B83A2B;padding-bottom:10px;margin-bottom:10px}
h1{font-size:22px;font-weight:600;line-height:1.25}
.subtitle{color:#5B6068;font-size:12.5px;margin-top:4px}
nav{border-bottom:1px solid #D8D2C6;padding-bottom:10px}
nav ol{columns:2;column-gap:32px;list-style:none;padding:0;font-size:11px}
nav ol.many{columns:3;column-gap:24px}
nav li{margin:0;padding:1.5px 0}
nav a{display:flex;align-items:baseline;gap:6px;color:inherit;text-decoration:none}
nav i{flex:1;min-width:12px;border-bottom:1px dotted #8A8F96}
nav b{min-width:20px;text-align:right;font-weight:400}
nav a:has(b:empty) i{border:0}
section{margin-top:18px}
article+article{break-before:page}
section.page{break-before:page;margin-top:0}
h2{font-size:16px;font-weight:600;margin:0 0 8px;break-after:avoid}
h3{font-size:12.5px;font-weight:600;margin:14px 0 5px;break-after:avoid}
p{margin:4px 0}
.quiet{color:#5B6068}
p:has(+blockquote){break-after:avoid}
blockquote{break-inside:avoid;border-left:3px solid #B83A2B;padding:4px 0 4px 12px;margin:8px 0}
.figures{display:grid;grid-template-columns:repeat(4,1fr);border:1px solid #D8D2C6;margin:8px 0;break-inside:avoid}
.figures>div{padding:8px 10px;border-right:1px solid #E8E3D9}
.figures>div:nth-child(4n){border-right:0}
.figures>div:nth-child(n+5){border-top:1px solid #E8E3D9}
.figures.by3{grid-template-columns:repeat(3,1fr)}
.figures.by3>div{border-right:1px solid #E8E3D9}
.figures.by3>div:nth-child(3n){border-right:0}
.figures.by3>div:nth-child(n+4){border-top:1px solid #E8E3D9}
.figures.by2{grid-template-columns:repeat(2,1fr)}
.figures.by1{grid-template-columns:1fr}
.figures:is(.by1,.by2)>:last-child{border-right:0}
dt{color:#5B6068;font-size:10.5px}
dd{margin:0;font-size:17px;font-weight:600;line-height:1.3}
dd span{display:block;font-size:10.5px;font-weight:400;color:#5B6068}
ul{padding-left:0;list-style:none}
ul>li{padding-left:16px;text-indent:-16px}
ul>li>b:first-child{display:inline-block;width:16px;text-indent:0}
li{margin:2px 0;break-inside:avoid}
ul>li:first-child{break-after:avoid}
ul>li:last-child{break-before:avoid}
table{border-collapse:collapse;width:100%;margin:2px 0 4px}
table.whole{break-inside:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:nth-child(-n+2){break-after:avoid}
tbody tr:nth-last-child(-n+2){break-before:avoid}
th,td{padding:4px 6px;border-bottom:1px solid #E8E3D9;font-weight:400;white-space:nowrap}
thead th{font-size:10.5px;color:#5B6068;font-weight:600;border-bottom:1px solid #1F2328;vertical-align:bottom;white-space:normal}
.t{text-align:left}.n{text-align:right}.n+.t{padding-left:22px}
.in1{padding-left:20px}.in2{padding-left:34px}.in3{padding-left:48px}
td.t{white-space:normal}
tr.total th,tr.total td,tr.group th,tr.group td{font-weight:600}
tr.group{break-after:avoid}
tr.total th,tr.total td{border-top:1px solid #1F2328;background:#F6F3EC}
.ahead{color:#14695A}.behind{color:#7E5400}.at-risk{color:#A02F22}.muted{color:#5B6068}
figure{margin:10px 0;break-inside:avoid}
figcaption{font-weight:600;font-size:12.5px;margin-bottom:2px}
svg{display:block;width:100%;height:auto}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:26px 40px;margin-top:34px;break-inside:avoid;break-before:avoid}
section:has(>.signatures){break-before:avoid;break-inside:avoid}
section:has(+section>.signatures)>ul:last-child>li:last-child,section:has(+section>.signatures)>table:last-child tr:last-child{break-after:avoid}
.signatures p{border-top:1px solid #1F2328;padding-top:4px;color:#5B6068}
@media screen{body{max-width:178mm;padding:24px}}
`.replaceAll("\n", "");
