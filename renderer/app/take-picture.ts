import { message } from "../../core/base/message.ts";
import { failureMessage } from "../../core/bridge/failure.ts";
import type { Words } from "../../core/words/words.ts";
import { currentPlatform } from "../platform/current-platform.ts";
import { notify } from "../storage/notice-store.ts";
import type { Picture } from "../ui/export-context.tsx";

/** Puts a chart's picture into a file of the person's choice or on the clipboard, and says how it went. */
export async function takePicture(
  { name, blob }: Picture,
  to: "file" | "clipboard",
  words: Words,
): Promise<void> {
  if (to === "clipboard") return copyPicture(blob);
  const kind = { label: words.text("app.kind.png"), extensions: ["png"] };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const saved = await currentPlatform().saveFile(`${name}.png`, bytes, kind);
  if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
  else if (saved.value)
    notify({ tone: "done", message: message("app.export.saved", { name: saved.value.name }) });
}

async function copyPicture(blob: Blob): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    notify({ tone: "done", message: message("app.picture.copied") });
  } catch {
    notify({ tone: "failure", message: message("app.picture.failed") });
  }
}
