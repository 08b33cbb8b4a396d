import { createElement, lazy, Suspense } from "react";
import type { ComponentType, ReactElement } from "react";
import { ROOMS } from "../platform/place.ts";
import type { Room } from "../platform/place.ts";
import { LateSkeleton } from "../ui/late-skeleton.tsx";
import { ErrorGuard } from "./error-guard.tsx";
import { speakOfRooms } from "./language.ts";
import type { Route } from "./route.ts";

type RoomComponent = ComponentType<{ readonly path: string }>;

/** Every room is its own chunk, fetched when it is first opened. */
const loaders = import.meta.glob<Record<string, RoomComponent>>("../features/*/*-room.tsx");

const roomByName = new Map<string, RoomComponent>(
  ROOMS.flatMap((room) => {
    const load = loaders[`../features/${room}/${room}-room.tsx`];
    return load ? [[room, lazy(() => loadRoom(room, load))]] : [];
  }),
);

/** A room with the words that it says and the look of its fields. */
async function loadRoom(
  room: Room,
  load: () => Promise<Record<string, RoomComponent>>,
): Promise<{ readonly default: RoomComponent }> {
  const [module, { FieldTheme }] = await Promise.all([
    load(),
    import("../ui/field-theme.tsx"),
    speakOfRooms(),
  ]);
  const Component = module[`${room[0]!.toUpperCase()}${room.slice(1)}Room`]!;
  const ThemedRoom: RoomComponent = (props) =>
    createElement(FieldTheme, null, createElement(Component, props));
  return { default: ThemedRoom };
}

/** Fetches a room before it is opened. */
export function prefetchRoom(room: Room): void {
  void loaders[`../features/${room}/${room}-room.tsx`]?.();
  void import("../ui/field-theme.tsx");
}

/** The room of the address, with its own guard: a page that breaks takes nothing else with it. */
export function RoomHost({ route }: { readonly route: Route & { readonly room: Room } }) {
  return (
    <ErrorGuard key={route.room}>
      <Suspense fallback={<LateSkeleton />}>{roomElement(route.room, route.path)}</Suspense>
    </ErrorGuard>
  );
}

function roomElement(room: Room, path: string): ReactElement {
  const component = roomByName.get(room);
  if (!component) throw new Error(`no room ${room}`);
  return createElement(component, { path });
}
