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
