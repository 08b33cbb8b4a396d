/** The nine rooms in the order of the squares and of the keys 1–9. */
export const ROOMS = [
  "team",
  "target",
  "kpi",
  "customer",
  "meeting",
  "training",
  "incentive",
  "review",
  "vault",
] as const;
export type Room = (typeof ROOMS)[number];

/** The address of a place in the app: `#/team/matrix`. Places are hash addresses, in the browser and on the desktop. */
export function placeHref(
  room: Room | "home",
  path = "",
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  const base = room === "home" ? "#/" : `#/${room}${path === "" ? "" : `/${path}`}`;
  return search === "" ? base : `${base}?${search}`;
}

/** Goes to a place. */
export function goTo(href: string): void {
  window.location.hash = href;
}

/** Leaves a place for another when something is done there, as a drawer does that closes after its save. Who has gone on
 * meanwhile is not taken back: then nothing happens. */
export function leave(place: string, href: string): void {
  if (isAt(window.location.hash, place)) goTo(href);
}

/** Whether an address is a place: the same path, and of its query at least what the place says. */
export function isAt(hash: string, place: string): boolean {
  const [path, query = ""] = hash.split("?", 2);
  const [wanted, params = ""] = place.split("?", 2);
  const said = new URLSearchParams(query);
  return (
    path === wanted && [...new URLSearchParams(params)].every(([name, value]) => said.get(name) === value)
  );
}
