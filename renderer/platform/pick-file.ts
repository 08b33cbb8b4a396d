import type { FileKind, PickedFile } from "./platform.ts";

/** Opens the browser's file dialog. `null`: the person cancelled. */
export function pickFile(kind: FileKind): Promise<PickedFile | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = kind.extensions.map((extension) => `.${extension}`).join(",");
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const finish = (file: File | undefined) => {
      input.remove();
      resolve(file ? pickedFile(file) : null);
    };
    input.addEventListener("change", () => finish(input.files?.[0]));
    input.addEventListener("cancel", () => finish(undefined));
    input.click();
  });
}

/** A file of the browser (from a dialog or dropped) as the app reads it. */
export function pickedFile(file: File): PickedFile {
  return {
    name: file.name,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    blob: file,
  };
}
