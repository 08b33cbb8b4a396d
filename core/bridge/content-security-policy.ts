/* One policy for the desktop's scheme and for the browser's server, so that what works in one works in the other. */

/** The policy of the app's own page. Scripts and workers come from the app alone; styles from the app or, for those that
 * the interface writes while it runs, with the nonce that was made for this one page. No other host is reached at all.
 * @example contentSecurityPolicy("r4nd0m").includes("'unsafe-inline'") // => false
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The policy of a document that is printed: its own styles and embedded pictures, no script, no other address. */
export const PRINT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Puts the nonce where the interface finds it: `<meta property="csp-nonce" nonce="…">`, first in the head.
 * The attribute is hidden from selectors by the browser; read it as the element's `nonce` property.
 * @example withNonce("<head></head>", "r4") // => '<head><meta property="csp-nonce" nonce="r4"></head>'
 */
export function withNonce(html: string, nonce: string): string {
  return html.replace("<head>", () => `<head><meta property="csp-nonce" nonce="${nonce}">`);
}

/** The other headers that every answer carries.
 * @example securityHeaders()["X-Content-Type-Options"] // => "nosniff"
 */
export function securityHeaders(): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()",
  };
}
