import createCache from "@emotion/cache";

/** Where MUI's styles are written while the app runs. They carry the nonce that the server made for this page: the page's
 * policy lets no other inline style in. */
export const styleCache = createCache({ key: "css", nonce: pageNonce() });

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
