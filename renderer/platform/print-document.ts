const STYLE = /<style>([\s\S]*?)<\/style>/g;

/** Prints a self-contained document through a hidden frame; the browser's dialog offers PDF. Nothing in it runs: it is
 * parsed as text, only elements are taken over, and the frame allows no scripts. Its style sheets are adopted, for the page's
 * policy lets no inline styles in. Its list of contents is given page numbers. */
export async function printDocument(html: string, title: string): Promise<void> {
  // Taken out before parsing: the page's policy is asked about a style element even where nothing is shown.
  const css = [...html.matchAll(STYLE)].map(([, text]) => text).join("\n");
  const source = new DOMParser().parseFromString(html.replace(STYLE, ""), "text/html");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;right:0;bottom:0";
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return frame.remove();
  // An empty frame is laid out as pages of the nineties were, with tables of their own size of type.
  view.document.open();
  view.document.write("<!doctype html><title></title>");
  view.document.close();
  adopt(view, source, css);
  view.document.title = title.replace(/\.pdf$/i, "");
  await view.document.fonts.ready;
  numberContents(view);
  view.print();
  setTimeout(() => frame.remove(), 60_000);
}

function adopt(view: Window & typeof globalThis, source: Document, css: string): void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  view.document.adoptedStyleSheets = [sheet];
  view.document.documentElement.lang = source.documentElement.lang;
  for (const active of source.querySelectorAll("script, style, link, iframe, object, embed")) active.remove();
  view.document.body.replaceChildren(
    ...[...source.body.childNodes].map((node) => view.document.importNode(node, true)),
  );
}

/** The sheet without its margins, as the document's own style has them. */
const SHEET = { widthMm: 178, heightMm: 259 };
/** The document in columns as large as a sheet: the browser breaks columns where it breaks pages, and columns can be measured. */
const IN_COLUMNS = `
html,body{margin:0!important;padding:0!important}
body{width:${SHEET.widthMm}mm!important;max-width:none!important;height:${SHEET.heightMm}mm!important;columns:${SHEET.widthMm}mm!important;column-gap:0!important;column-fill:auto!important;text-rendering:geometricPrecision}
section.page,article+article{break-before:column!important}`;

/** Writes into the list of contents on which page each section will be printed. */
function numberContents(view: Window & typeof globalThis): void {
  const places = [...view.document.querySelectorAll("[data-at]")];
  if (places.length === 0) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(IN_COLUMNS);
  view.document.adoptedStyleSheets.push(sheet);
  const body = view.document.body.getBoundingClientRect();
  const numbers = places.map((place) => {
    const section = view.document.getElementById(place.getAttribute("data-at")!);
    const left = section?.getBoundingClientRect().left ?? body.left;
    return Math.round((left - body.left) / body.width) + 1;
  });
  view.document.adoptedStyleSheets.pop();
  for (const [at, place] of places.entries()) place.textContent = String(numbers[at]);
}
