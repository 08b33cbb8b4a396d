import { describe, expect, test } from "vitest";
import {
  contentSecurityPolicy,
  PRINT_SECURITY_POLICY,
  withNonce,
} from "../../../../core/bridge/content-security-policy.ts";

const directives = Object.fromEntries(
  contentSecurityPolicy("abc")
    .split("; ")
    .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
);

describe("the page's policy", () => {
  test("lets scripts and workers come from the app alone", () => {
    expect(directives["script-src"]).toBe("'self'");
    expect(directives["worker-src"]).toBe("'self'");
  });

  test("lets inline styles in by nonce only", () => {
    expect(directives["style-src"]).toBe("'self' 'nonce-abc'");
  });

  test("allows neither inline code, evaluation, other hosts nor frames", () => {
    expect(contentSecurityPolicy("abc")).not.toMatch(/unsafe|http|\*/);
    expect(directives["default-src"]).toBe("'none'");
    expect(directives["frame-ancestors"]).toBe("'none'");
  });

  test("for a printed document allows its styles and pictures, and no script", () => {
    expect(PRINT_SECURITY_POLICY).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:/);
    expect(PRINT_SECURITY_POLICY).not.toContain("script-src");
  });

  test("puts a nonce with dollar signs into the page as it is", () => {
    expect(withNonce("<head>", "$&$1")).toBe('<head><meta property="csp-nonce" nonce="$&$1">');
  });
});
