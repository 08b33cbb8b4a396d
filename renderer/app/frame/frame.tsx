import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import type { Explanation } from "../../../core/base/explain.ts";
import { HomePage } from "../home/home-page.tsx";
import { RoomHost } from "../room-host.tsx";
import { useRoute } from "../route.ts";
import { ErrorGuard } from "../error-guard.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useShortcuts } from "../shortcuts.ts";
import { ExportContext, PictureContext } from "../../ui/export-context.tsx";
import type { ExportFormat, ExportTable, Picture } from "../../ui/export-context.tsx";
import type { Words } from "../../../core/words/words.ts";
import { exportTable } from "../export-table.ts";
import { ExplainContext } from "../../ui/explain-context.tsx";
import { Notices } from "./notices.tsx";
import { Rail } from "./rail.tsx";
import { SaveWarning } from "./save-warning.tsx";
import { TopBar } from "./top-bar.tsx";
import "./frame.css";

const Palette = lazy(async () => ({ default: (await import("../palette/palette.tsx")).Palette }));
const KeysSheet = lazy(async () => ({ default: (await import("../keys-sheet.tsx")).KeysSheet }));
const ExplainPanel = lazy(async () => ({
  default: (await import("../explain/explain-panel.tsx")).ExplainPanel,
}));

/** Few take pictures: how it is done is fetched then. */
async function takePictureOf(picture: Picture, to: "file" | "clipboard", words: Words): Promise<void> {
  const { takePicture } = await import("../take-picture.ts");
  await takePicture(picture, to, words);
}

/** The frame around every screen: rail, top bar, the room, and what may lie over it. */
export function Frame() {
  const words = useWords();
  const route = useRoute();
  const [overlay, setOverlay] = useState<"palette" | "keys" | null>(null);
  const [narrow, setNarrow] = useState(() => window.innerWidth < 1000);
  const [trail, setTrail] = useState<readonly (() => Explanation)[]>([]);
  const openExplain = useCallback((explain: () => Explanation) => setTrail([explain]), []);
  const onExport = useCallback(
    (table: ExportTable, format: ExportFormat) => void exportTable(table, format, words),
    [words],
  );
  const onPicture = useCallback(
    (picture: Picture, to: "file" | "clipboard") => void takePictureOf(picture, to, words),
    [words],
  );
  const openHelp = useCallback(() => setOverlay("keys"), []);
  useShortcuts({ onSearch: () => setOverlay("palette"), onHelp: openHelp });
  const title = words.text(`app.room.${route.room}`);
  useEffect(() => {
    document.title = `${title} · ${words.text("app.name")}`;
  }, [title, words]);
  useEffect(() => {
    document.getElementById("page")?.scrollTo(0, 0);
  }, [route.room, route.path]);
  return (
    <ExportContext value={onExport}>
      <PictureContext value={onPicture}>
        <ExplainContext value={openExplain}>
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
              <SaveWarning />
              {route.room === "home" ? (
                <ErrorGuard key="home">
                  <HomePage />
                </ErrorGuard>
              ) : (
                <RoomHost route={{ ...route, room: route.room }} />
              )}
            </main>
            <Notices />
            <Suspense fallback={null}>
              {overlay === "palette" && <Palette onClose={() => setOverlay(null)} onHelp={openHelp} />}
              {overlay === "keys" && <KeysSheet onClose={() => setOverlay(null)} />}
              {trail.length > 0 && (
                <ExplainPanel
                  trail={trail}
                  onOpen={(explain) => setTrail([...trail, explain])}
                  onBack={() => setTrail(trail.slice(0, -1))}
                  onClose={() => setTrail([])}
                />
              )}
            </Suspense>
          </div>
        </ExplainContext>
      </PictureContext>
    </ExportContext>
  );
}
