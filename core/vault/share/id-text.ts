/* Ids stand in other ids and keys (`visits|member:m1|2026-03`), between bars, colons and slashes, which ids may hold too. */

const EDGES = /[:|/]/g;

/** A text with the ids that it names replaced; the longest id that fits at a place is meant.
 * @example replaceIds("visits|member:m1|2026-03", new Map([["m1", "x"]])) // => "visits|member:x|2026-03"
 * @example replaceIds("deals/zoho:deals:1", new Map([["zoho:deals:1", "d"], ["1", "no"]])) // => "deals/d"
 */
export function replaceIds(text: string, byId: ReadonlyMap<string, string>): string {
  const whole = byId.get(text);
  if (whole !== undefined) return whole;
  const edges = [...text.matchAll(EDGES)].map(({ index }) => index);
  if (edges.length === 0) return text;
  let said = "";
  for (let from = 0; from < text.length;) {
    const ends = [...edges.filter((edge) => edge > from), text.length];
    const to = ends.findLast((end) => byId.has(text.slice(from, end)));
    const next = to ?? ends[0]!;
    said += to === undefined ? text.slice(from, next) : byId.get(text.slice(from, to))!;
    said += text.slice(next, next + 1);
    from = next + 1;
  }
  return said;
}

/** Whether a text names one of some ids.
 * @example namesId("visits|member:m1|2026-03", new Set(["m1"])) // => true
 */
export function namesId(text: string, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  if (ids.has(text)) return true;
  const edges = [...text.matchAll(EDGES)].map(({ index }) => index);
  const starts = [0, ...edges.map((edge) => edge + 1)];
  const ends = [...edges, text.length];
  return starts.some((from) => ends.some((to) => to > from && ids.has(text.slice(from, to))));
}
