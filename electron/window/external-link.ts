/** Hosts whose pages may open in the person's browser. The app links to none so far; an address is added with a reason. */
const HTTPS_HOSTS: readonly string[] = [];

/** Whether a link may be handed to the operating system: a plain mail address, or https on the allow-list.
 * Anything else could start a program (`file:`, `smb:`, `ms-msdt:` …). A mail program may read parameters out of whatever follows the
 * address, and a shell between it and us signs such as `|`, so neither is let through. */
export function isAllowedLink(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed?.protocol === "mailto:")
    return /^mailto:[a-z0-9._+][a-z0-9._+-]{0,63}@[a-z0-9][a-z0-9.-]{0,189}$/i.test(url);
  return parsed?.protocol === "https:" && parsed.username === "" && HTTPS_HOSTS.includes(parsed.host);
}
