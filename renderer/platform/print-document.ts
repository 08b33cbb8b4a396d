/** Prints a self-contained document through a hidden frame; the browser's dialog offers PDF. Nothing in it runs: it is
 * parsed as text, only elements are taken over, and the frame allows no scripts. Its style sheets are adopted, for the page's
 * policy lets no inline styles in. */
export async function printDocument(html: string, title: string): Promise<void> {
  const source = new DOMParser().parseFromString(html, "text/html");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;right:0;bottom:0";
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return frame.remove();
  adopt(view, source);
  view.document.title = title.replace(/\.pdf$/i, "");
  await view.document.fonts.ready;
  view.print();
  setTimeout(() => frame.remove(), 60_000);
}

function adopt(view: Window & typeof globalThis, source: Document): void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync([...source.querySelectorAll("style")].map((style) => style.textContent).join("\n"));
  view.document.adoptedStyleSheets = [sheet];
  view.document.documentElement.lang = source.documentElement.lang;
  for (const active of source.querySelectorAll("script, style, link, iframe, object, embed")) active.remove();
  view.document.body.replaceChildren(
    ...[...source.body.childNodes].map((node) => view.document.importNode(node, true)),
  );
}
