import { ROOMS, placeHref } from "../../platform/place.ts";
import type { Room } from "../../platform/place.ts";
import { useWords } from "../../ui/words-context.tsx";
import { prefetchRoom } from "../room-host.tsx";
import { RailFoot } from "./rail-foot.tsx";
import { NineSign, RoomIcon } from "./room-icon.tsx";

export interface RailProps {
  readonly room: Room | "home";
  readonly narrow: boolean;
  onNarrow(narrow: boolean): void;
}

/** The nine rooms and home, on the left of every screen. */
export function Rail({ room, narrow, onNarrow }: RailProps) {
  const words = useWords();
  const places = ["home", ...ROOMS] as const;
  const fold = words.text(narrow ? "app.rail.wide" : "app.rail.narrow");
  return (
    <nav className="rail" aria-label={words.text("app.rooms")}>
      <button
        type="button"
        className="rail-brand"
        title={fold}
        aria-expanded={!narrow}
        onClick={() => onNarrow(!narrow)}
      >
        <NineSign at={room === "home" ? 4 : ROOMS.indexOf(room)} />
        <span className="rail-name">{words.text("app.name")}</span>
      </button>
      <ul>
        {places.map((place, index) => {
          const name = words.text(`app.room.${place}`);
          return (
            <li key={place}>
              <a
                href={placeHref(place)}
                aria-current={place === room ? "page" : undefined}
                aria-keyshortcuts={String(index)}
                title={narrow ? name : undefined}
                onPointerEnter={place === "home" ? undefined : () => prefetchRoom(place)}
              >
                <RoomIcon name={place} />
                <span className="rail-name">{name}</span>
                <kbd aria-hidden="true">{index}</kbd>
              </a>
            </li>
          );
        })}
      </ul>
      <RailFoot />
    </nav>
  );
}
