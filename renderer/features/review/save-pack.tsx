import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Result } from "../../../core/base/result.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { BuildingLine } from "../../ui/building-line.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { renderPaperFiles, renderPaperHtml } from "../../worker/paper-client.ts";
import type { PaperJob } from "../../worker/paper-client.ts";

/** The buttons that put the pack on disk; while it is made in its worker they give way to a line with cancel. */
export function SavePack({ period, choice }: { readonly period: Period; readonly choice: PackChoice }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { today, locale } = useView();
  const [job, setJob] = useState<{ cancel(): void } | null>(null);
  const ask = { workspace, today, locale, papers: [{ kind: "pack", period, choice } as const] };
  const { subject } = choice;
  const name =
    subject.kind === "team"
      ? words.text("review.file.pack", { team: settingsOf(workspace).name, period: { period: period.id } })
      : words.text("review.file.pack.member", {
          name: workspace.rows.members.get(subject.id)?.name ?? "",
          period: { period: period.id },
        });

  async function save<T>(
    started: PaperJob<readonly T[]>,
    write: (made: T) => Promise<Result<{ name: string } | null, string>>,
  ) {
    setJob(started);
    const made = await started.done;
    setJob(null);
    if (!made.ok) {
      notify({ tone: "failure", message: message("review.room.save-failed", { reason: made.error }) });
      return;
    }
    const saved = await write(made.value[0]!);
    if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
    else if (saved.value) {
      notify({ tone: "done", message: message("review.room.saved", { name: saved.value.name }) });
    }
  }

  if (job) {
    const cancel = () => {
      job.cancel();
      setJob(null);
    };
    return <BuildingLine text={words.text("review.room.building")} onCancel={cancel} />;
  }
  const platform = currentPlatform();
  const kind = (label: string, extension: string) => ({ label: words.text(label), extensions: [extension] });
  return (
    <>
      <Button
        kind="primary"
        onClick={() =>
          void save(renderPaperHtml(ask), (html) =>
            platform.savePdf(`${name}.pdf`, html, kind("review.file.pdf", "pdf")),
          )
        }
      >
        {words.text("review.room.save-pdf")}
      </Button>
      {(["docx", "xlsx"] as const).map((format) => (
        <Button
          key={format}
          kind="chip"
          onClick={() =>
            void save(renderPaperFiles(ask, format), (bytes) =>
              platform.saveFile(`${name}.${format}`, bytes, kind(`review.file.${format}`, format)),
            )
          }
        >
          {words.text(`review.room.save-${format}`)}
        </Button>
      ))}
    </>
  );
}
