import { useSyncExternalStore } from "react";
import { ROOMS } from "../platform/place.ts";
import type { Room } from "../platform/place.ts";

/** Where the reader is: a room, the place inside it, and what was asked of it. */
export interface Route {
  readonly room: Room | "home";
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Reads an address's hash; an unknown room is home. */
export function parseRoute(hash: string): Route {
  const [place = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [first = "", ...rest] = place.split("/");
  const room = (ROOMS as readonly string[]).includes(first) ? (first as Room) : "home";
  return { room, path: room === "home" ? "" : rest.join("/"), query: new URLSearchParams(search) };
}

let known = { hash: "", route: parseRoute("") };

function currentRoute(): Route {
  const { hash } = window.location;
  if (hash !== known.hash) known = { hash, route: parseRoute(hash) };
  return known.route;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

/** The place in the address, following it. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
