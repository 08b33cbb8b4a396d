import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from "electron";
import { randomUUID } from "node:crypto";
import { PRINT_SECURITY_POLICY, securityHeaders } from "../../core/bridge/content-security-policy.ts";
import { printNumbered } from "../../formats/pdf/print-numbered.ts";
import { SCHEME } from "../identity.ts";

/** The host under which a document is shown to the printer: another origin than the app's, in a session of its own. */
const PRINT_HOST = "print";

/** How often a document is printed anew before it is said that it cannot be. */
const TRIES = 2;
/** A document of a thousand pages needs less; what takes longer has hung. */
const LONGEST_MS = 120_000;

export interface PrintParts {
  /** A session that keeps nothing and has already been guarded. */
  readonly session: Session;
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
}

/** Makes the printer: a self-contained HTML document in, the bytes of a PDF out.
 * The document is shown in a hidden window without scripts, preload, network or storage. Page size, margins, running head
 * and page numbers are the document's own (`@page` and its margin boxes); A4 where it says nothing. The PDF is tagged and
 * has an outline made of the headings. A print that fails or hangs, as one may where the machine is short of memory, is tried once
 * more in a new window; then it rejects. */
export function createPdfPrinter({ session, create }: PrintParts): (html: string) => Promise<Uint8Array> {
  const documentByPath = new Map<string, string>();
  session.protocol.handle(SCHEME, (request) => {
    const html = documentByPath.get(URL.parse(request.url)?.pathname ?? "");
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: {
        ...securityHeaders(),
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": PRINT_SECURITY_POLICY,
      },
    });
  });
  const print = async (html: string): Promise<Uint8Array> => {
    const path = `/${randomUUID()}`;
    documentByPath.set(path, html);
    const window = create({ show: false, webPreferences: printWebPreferences(session) });
    try {
      await window.loadURL(`${SCHEME}://${PRINT_HOST}${path}`);
      return await inTime(
        window.webContents.printToPDF({
          pageSize: "A4",
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      );
    } finally {
      documentByPath.delete(path);
      window.destroy();
    }
  };
  return (html) => printNumbered(html, (page) => tried(() => print(page), TRIES));
}

async function tried<T>(work: () => Promise<T>, times: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (times > 1) return tried(work, times - 1);
    throw new Error("the document was not printed", { cause: error });
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not printed in ${LONGEST_MS} ms`)), LONGEST_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The print window has even less than the main one: no preload and no scripts at all. */
export function printWebPreferences(session: Session): BrowserWindowConstructorOptions["webPreferences"] {
  return {
    session,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  };
}
