import { lazy, Suspense, useEffect, useState } from "react";
import type { ComponentType } from "react";
import type { Room } from "../platform/place.ts";
import { ErrorGuard } from "./error-guard.tsx";
import { LaterRoom } from "./later-room.tsx";
import type { Route } from "./route.ts";

type RoomComponent = ComponentType<{ readonly path: string }>;

/** Every room is its own chunk, fetched when it is first opened. A room that is not built yet has no chunk. */
const loaders = import.meta.glob<Record<string, RoomComponent>>("../features/*/*-room.tsx");

const roomByName = new Map<Room, RoomComponent>();

function roomComponent(room: Room): RoomComponent | null {
  const known = roomByName.get(room);
  if (known) return known;
  const load = loaders[`../features/${room}/${room}-room.tsx`];
  if (!load) return null;
  const name = `${room[0]!.toUpperCase()}${room.slice(1)}Room`;
  const component = lazy(async () => ({ default: (await load())[name]! }));
  roomByName.set(room, component);
  return component;
}

/** Fetches a room before it is opened. */
export function prefetchRoom(room: Room): void {
  void loaders[`../features/${room}/${room}-room.tsx`]?.();
}

/** The room of the address, with its own guard: a page that breaks takes nothing else with it. */
export function RoomHost({ route }: { readonly route: Route & { readonly room: Room } }) {
  const Component = roomComponent(route.room);
  return (
    <ErrorGuard key={route.room}>
      <Suspense fallback={<LateSkeleton />}>
        {Component ? <Component path={route.path} /> : <LaterRoom room={route.room} />}
      </Suspense>
    </ErrorGuard>
  );
}

/** Grey lines where the page will stand, only when it takes longer than 200 ms. */
export function LateSkeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" aria-busy="true">
      {late && Array.from({ length: 6 }, (_, index) => <i key={index} />)}
    </div>
  );
}
