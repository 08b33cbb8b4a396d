const STYLE = /<style>([\s\S]*?)<\/style>/g;

/** Prints a self-contained document through a hidden frame; the browser's dialog offers PDF. Nothing in it runs: it is
 * parsed as text, only elements are taken over, and the frame allows no scripts. Its style sheets are adopted, for the page's
 * policy lets no inline styles in. */
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
  adopt(view, source, css);
  view.document.title = title.replace(/\.pdf$/i, "");
  await view.document.fonts.ready;
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
