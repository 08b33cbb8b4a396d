import { useEffect, useState } from "react";
import { HomePage } from "../home/home-page.tsx";
import { RoomHost } from "../room-host.tsx";
import { useRoute } from "../route.ts";
import { ErrorGuard } from "../error-guard.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useShortcuts } from "../shortcuts.ts";
import { Notices } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import "./frame.css";

/** The frame around every screen: rail, top bar, the room, and what may lie over it. */
export function Frame() {
  const words = useWords();
  const route = useRoute();
  const [overlay, setOverlay] = useState<"palette" | "keys" | null>(null);
  const [narrow, setNarrow] = useState(() => window.innerWidth < 1000);
  useShortcuts({ onSearch: () => setOverlay("palette"), onHelp: () => setOverlay("keys") });
  const title = words.text(`app.room.${route.room}`);
  useEffect(() => {
    document.title = `${title} · ${words.text("app.name")}`;
  }, [title, words]);
  useEffect(() => {
    document.getElementById("page")?.scrollTo(0, 0);
  }, [route.room, route.path]);
  void overlay;
  return (
    <div className={narrow ? "frame narrow" : "frame"}>
      <a
        className="skip-link"
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("page")?.focus();
        }}
      >
        {words.text("app.skip")}
      </a>
      <Rail room={route.room} narrow={narrow} onNarrow={setNarrow} />
      <TopBar room={route.room} onSearch={() => setOverlay("palette")} />
      <main id="page" tabIndex={-1}>
        {route.room === "home" ? (
          <ErrorGuard key="home">
            <HomePage />
          </ErrorGuard>
        ) : (
          <RoomHost route={{ ...route, room: route.room }} />
        )}
      </main>
      <Notices />
    </div>
  );
}
