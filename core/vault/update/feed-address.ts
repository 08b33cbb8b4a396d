const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The folder on a server that a typed address means, ending in a slash; `null` when it is no such address. Only https, for a
 * watcher on the way should not see what this machine runs; plain http within this machine. No name and password, no query.
 * @example feedAddress(" https://updates.example.com/jiugong ") // => "https://updates.example.com/jiugong/"
 * @example feedAddress("http://updates.example.com/") // => null
 */
export function feedAddress(typed: string): string | null {
  const text = typed.trim();
  const parsed = /^https?:\/\/[^\s\\]+$/i.test(text) && text.length <= 500 ? parseAddress(text) : null;
  if (!parsed || parsed.rest !== "" || parsed.host.includes("@")) return null;
  if (parsed.scheme === "http" && !LOOPBACK.has(parsed.host.replace(/:\d{1,5}$/, ""))) return null;
  return `${parsed.scheme}://${parsed.host}${parsed.path.endsWith("/") ? parsed.path : `${parsed.path}/`}`;
}

function parseAddress(text: string) {
  const match = /^(https?):\/\/([^/?#]+)([^?#]*)(.*)$/i.exec(text);
  if (!match) return null;
  const [, scheme = "", host = "", path = "", rest = ""] = match;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, rest };
}
