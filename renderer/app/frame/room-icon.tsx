import type { Room } from "../../platform/place.ts";

/** The rooms' signs: 18 px, one line weight, no fill. */
const PATHS: Readonly<Record<Room | "home", string>> = {
  home: "M2.5 2.5h3v3h-3zM7.5 2.5h3v3h-3zM12.5 2.5h3v3h-3zM2.5 7.5h3v3h-3zM7.5 7.5h3v3h-3zM12.5 7.5h3v3h-3zM2.5 12.5h3v3h-3zM7.5 12.5h3v3h-3zM12.5 12.5h3v3h-3z",
  team: "M6.5 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M1.8 15c0-2.7 2-4.4 4.7-4.4s4.7 1.7 4.7 4.4M11.6 3.3a2.4 2.4 0 0 1 0 4.6M13 10.9c2 .5 3.2 2 3.2 4.1",
  target: "M9 16A7 7 0 1 0 9 2a7 7 0 0 0 0 14M9 12.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M9 9h.01",
  kpi: "M2.5 15.5h13M4.5 15V9.5M9 15V3M13.5 15V6.5",
  customer:
    "M3 15.5v-12h7v12M10 7.5h5v8M1.5 15.5h15M5.5 6.5h2M5.5 9.5h2M5.5 12.5h2M12.5 10.5h.01M12.5 13h.01",
  meeting: "M2.5 3.5h13v9h-7l-3.5 3v-3H2.5zM5.5 6.7h7M5.5 9.5h4.5",
  training: "M1.5 6.5 9 3l7.5 3.5L9 10zM4.5 8.2v4c1.2 1.2 2.7 1.8 4.5 1.8s3.3-.6 4.5-1.8v-4M16.5 6.5V11",
  incentive: "M9 11a4.3 4.3 0 1 0 0-8.6A4.3 4.3 0 0 0 9 11M6.3 10.3 5 16l4-2 4 2-1.3-5.7M9 5.2v3",
  review: "M4 3.5h10v12H4zM6.5 3.5V2h5v1.5M6.5 9.3l1.8 1.8 3.2-3.6",
  vault: "M2.5 3h13v3.5h-13zM3.5 6.5v8.5h11V6.5M7 9.5h4",
};

export type IconName = keyof typeof PATHS;

/** A room's line glyph, in the colour of the text around it. */
export function RoomIcon({ name }: { readonly name: IconName }) {
  return (
    <svg className="room-icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The sign of the app: nine squares, the one of the open room in the accent. */
export function NineSign({ at = 4 }: { readonly at?: number }) {
  return (
    <span className="nine-sign" aria-hidden="true">
      {Array.from({ length: 9 }, (_, index) => (
        <i key={index} className={index === at ? "on" : undefined} />
      ))}
    </span>
  );
}
