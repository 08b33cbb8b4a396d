import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { PaperWish } from "../../worker/paper-messages.ts";

export type PayFormat = "pdf" | "docx" | "xlsx";

/** Makes a document of pay in its worker and puts it where the person says. */
export function useSavePaper() {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const [busy, setBusy] = useState(false);
  const save = async (wish: PaperWish, title: string, format: PayFormat): Promise<void> => {
    setBusy(true);
    const ask = { workspace, today, locale, papers: [wish] };
    const made =
      format === "pdf" ? await renderPaperHtml(ask).done : await renderPaperFiles(ask, format).done;
    setBusy(false);
    if (!made.ok) {
      notify({ tone: "failure", message: message("incentive.paper.failed", { reason: made.error }) });
      return;
    }
    const name = `${title}.${format}`;
    const kind = { label: words.text(`incentive.paper.kind.${format}`), extensions: [format] };
    const [first] = made.value;
    const saved =
      typeof first === "string"
        ? await currentPlatform().savePdf(name, first, kind)
        : await currentPlatform().saveFile(name, first!, kind);
    if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
    else if (saved.value) {
      notify({ tone: "done", message: message("incentive.paper.saved", { name: saved.value.name }) });
    }
  };
  return { busy, save };
}
