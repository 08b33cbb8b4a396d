import { expect, test } from "vitest";
import { isAllowedLink } from "../../../../electron/window/external-link.ts";

test("a plain mail address may open in the mail program", () => {
  expect(isAllowedLink("mailto:li.wei@example.com")).toBe(true);
});

test.each([
  "mailto:a@b.com?attach=/etc/passwd",
  "mailto:a@b.com?body=x",
  "mailto:",
  "mailto:a%0d%0ab@c.com",
  "https://example.com/",
  "http://example.com/",
  "file:///etc/passwd",
  "smb://host/share",
  "ms-msdt:/id",
  "javascript:alert(1)",
  "app://jiugong/",
  "not a link",
])("nothing opens for %s", (url) => {
  expect(isAllowedLink(url)).toBe(false);
});
