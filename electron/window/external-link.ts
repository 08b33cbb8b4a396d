/** Hosts whose pages may open in the person's browser. The app links to none so far; an address is added with a reason. */
const HTTPS_HOSTS: readonly string[] = [];

/** Whether a link may be handed to the operating system: a plain mail address, or https on the allow-list.
 * Anything else could start a program (`file:`, `smb:`, `ms-msdt:` …). */
export function isAllowedLink(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed?.protocol === "mailto:")
    return /^[^\s@?&%]{1,64}@[a-z0-9.-]{1,190}$/i.test(parsed.pathname) && parsed.search === "";
  return parsed?.protocol === "https:" && parsed.username === "" && HTTPS_HOSTS.includes(parsed.host);
}
