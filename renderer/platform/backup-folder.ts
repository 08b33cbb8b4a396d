/* Where a browser keeps copies: a folder that the person chose, where the browser can, else the origin's private files. */

/** What some browsers have and the language's own types lack. */
interface AskingHandle {
  queryPermission?(wish: { readonly mode: "readwrite" }): Promise<PermissionState>;
  requestPermission?(wish: { readonly mode: "readwrite" }): Promise<PermissionState>;
}
interface FolderPicker {
  showDirectoryPicker?(wish: { readonly mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}

const OWN_FOLDER = "jiugong-backups";
const DATABASE = "jiugong-folder";
const STORE = "handles";
const KEY = "backups";

export function canChooseFolder(): boolean {
  return "showDirectoryPicker" in globalThis;
}

/** Shows the browser's folder dialog; `null`: cancelled. The choice is kept for the next start; where it cannot be, it holds until the page
 * is left. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const folder = await (globalThis as FolderPicker).showDirectoryPicker!({ mode: "readwrite" });
    await keepFolder(folder).catch(() => undefined);
    return folder;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

/** The folder that was chosen; `null`: none. */
export function chosenFolder(): Promise<FileSystemDirectoryHandle | null> {
  return withStore("readonly", (store) => store.get(KEY) as IDBRequest<FileSystemDirectoryHandle | undefined>)
    .then((found) => found ?? null)
    .catch(() => null);
}

/** Keeps the choice; `null` forgets it. */
export async function keepFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  await withStore("readwrite", (store) => {
    const written = folder ? store.put(folder, KEY) : store.delete(KEY);
    return written as IDBRequest<unknown>;
  });
}

/** The folder of copies among the origin's private files. */
export async function ownFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(OWN_FOLDER, { create: true });
}

/** Whether the folder may be written. Only after a click may the browser be made to ask. */
export async function mayWrite(folder: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const handle = folder as AskingHandle;
  const wish = { mode: "readwrite" } as const;
  if (((await handle.queryPermission?.(wish)) ?? "granted") === "granted") return true;
  return ask && (await handle.requestPermission?.(wish)) === "granted";
}

/** Writes a file whole or not at all: the browser puts it in place when it is closed. */
export async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  try {
    await writable.write(bytes);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

/** The file of that name. */
export async function fileOf(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await folder.getFileHandle(name)).getFile();
}

function withStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error("the folder's database does not open"));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error ?? new Error("the folder's database was not written"));
      };
    };
  });
}
