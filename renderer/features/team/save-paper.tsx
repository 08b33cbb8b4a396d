import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Result } from "../../../core/base/result.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { PaperJob } from "../../worker/paper-client.ts";
import type { PaperWish } from "../../worker/paper-messages.ts";

export interface SavePaperProps {
  readonly wish: PaperWish;
  /** The file's name without its ending. */
  readonly name: string;
  /** What the document is called, for screen readers and the tip. */
  readonly title: string;
}

/** The two buttons that put a document about a member on disk, for a word processor or as it will be printed. */
export function SavePaper({ wish, name, title }: SavePaperProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const [isMaking, setMaking] = useState(false);
  const platform = currentPlatform();
  const ask = { workspace, today, locale, papers: [wish] };
  const kind = (extension: "docx" | "pdf") => ({
    label: words.text(`review.handover.kind-of.${extension}`),
    extensions: [extension],
  });

  async function save<T>(
    job: PaperJob<readonly T[]>,
    write: (made: T) => Promise<Result<{ readonly name: string } | null, string>>,
  ) {
    setMaking(true);
    const made = await job.done;
    setMaking(false);
    if (!made.ok) {
      return notify({ tone: "failure", message: message("review.handover.failed", { reason: made.error }) });
    }
    const saved = await write(made.value[0]!);
    if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
    else if (saved.value) {
      notify({ tone: "done", message: message("review.handover.saved", { name: saved.value.name }) });
    }
  }

  const savers = {
    docx: () =>
      save(renderPaperFiles(ask, "docx"), (bytes) => platform.saveFile(`${name}.docx`, bytes, kind("docx"))),
    pdf: () => save(renderPaperHtml(ask), (html) => platform.savePdf(`${name}.pdf`, html, kind("pdf"))),
  };
  return (
    <span className="save-paper" role="group" aria-label={title}>
      <span className="quiet">{title}</span>
      {(["docx", "pdf"] as const).map((format) => (
        <Button key={format} kind="chip" disabled={isMaking} onClick={() => void savers[format]()}>
          {words.text(`review.handover.save.${format}`)}
        </Button>
      ))}
    </span>
  );
}
