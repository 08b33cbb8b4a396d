import { expect, test } from "vitest";
import { isAllowedLink } from "../../../../electron/window/external-link.ts";

test.each(["mailto:li.wei@example.com", "mailto:Li_Wei+sales-2@mail.example.com"])(
  "a plain mail address may open in the mail program: %s",
  (url) => {
    expect(isAllowedLink(url)).toBe(true);
  },
);

test.each([
  "mailto:a@b.com?attach=/etc/passwd",
  "mailto:a@b.com?body=x",
  "mailto:a@b.com#?body=x&attach=/etc/passwd",
  "mailto:a@b.com#",
  "mailto:a@b.com?",
  'mailto:"|;@b.com',
  "mailto:-attach@b.com",
  "mailto:a@b.com,c@d.com",
  "mailto:a@b.com\n",
  "mailto://a@b.com",
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
