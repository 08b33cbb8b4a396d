import { create } from "zustand";
import type { PickedFile } from "../platform/platform.ts";

/** A backup that the operating system handed over, until the room 档案 or the first start has dealt with it. */
export const offeredFileStore = create<{ readonly file: PickedFile | null }>(() => ({ file: null }));

/** Takes the offered file, so that it is dealt with once. */
export function takeOfferedFile(): PickedFile | null {
  const { file } = offeredFileStore.getState();
  offeredFileStore.setState({ file: null });
  return file;
}
