import type { Period } from "../../../core/base/period.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { BuildingLine } from "../../ui/building-line.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PACK_FORMATS, saveOnePack } from "./pack-files.ts";
import { usePackJob } from "./use-pack-job.ts";

/** The buttons that put the pack on disk; while it is made in its worker they give way to a line with cancel. */
export function SavePack({ period, choice }: { readonly period: Period; readonly choice: PackChoice }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const { running, run } = usePackJob();
  if (running) return <BuildingLine text={words.text("review.room.building")} onCancel={running.cancel} />;
  const order = { workspace, today, locale, period, choices: [choice], words };
  return PACK_FORMATS.map((format) => (
    <Button
      key={format}
      kind={format === "pdf" ? "primary" : "chip"}
      onClick={() => run(saveOnePack, { ...order, format })}
    >
      {words.text(`review.room.save-${format}`)}
    </Button>
  ));
}
