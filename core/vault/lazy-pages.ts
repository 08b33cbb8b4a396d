import type { FactTable } from "../base/id.ts";
import type { FactPage, FactStore } from "./workspace.ts";

/* A start checks the bytes of every page but parses those that are asked for. The rest follows a little at a time. */

type Content<T extends FactTable> = Pick<FactPage<T>, "rows" | "stamps">;

const countByPage = new WeakMap<FactPage, number>();
const unreadPages = new WeakSet<FactPage>();
const stepByStore = new WeakMap<FactStore, () => boolean>();

/** A page whose rows are read when somebody asks for them; how many there are is known before.
 * @example lazyPage(2, () => ({ rows: [{ id: "a" }, { id: "b" }], stamps: ["s", "s"] })).rows.length // => 2
 */
export function lazyPage<T extends FactTable>(count: number, read: () => Content<T>): FactPage<T> {
  let toRead: (() => Content<T>) | null = read;
  let content: Content<T> | null = null;
  const all = (): Content<T> => {
    if (content === null) {
      content = toRead!();
      // The bytes are let go.
      toRead = null;
      unreadPages.delete(page as unknown as FactPage);
    }
    return content;
  };
  const page = {
    get rows() {
      return all().rows;
    },
    get stamps() {
      return all().stamps;
    },
  };
  countByPage.set(page as unknown as FactPage, count);
  unreadPages.add(page as unknown as FactPage);
  return page;
}

/** A table whose index by id is made when somebody looks an id up, or bit by bit with `readNextPage`.
 * @example lazyStore([lazyPage(1, () => ({ rows: [{ id: "a" }], stamps: ["s"] }))]).pageIndexById.get("a") // => 0
 */
export function lazyStore<T extends FactTable>(pages: readonly FactPage<T>[]): FactStore<T> {
  const index = new Map<string, number>();
  let next = 0;
  const step = (): boolean => {
    if (next >= pages.length) return false;
    for (const { id } of pages[next]!.rows) index.set(id, next);
    next += 1;
    return true;
  };
  const store: FactStore<T> = {
    pages,
    get pageIndexById() {
      while (step());
      return index;
    },
  };
  stepByStore.set(store as unknown as FactStore, step);
  return store;
}

/** Reads the next page of a table that was not read yet, and its ids into the index. Answers `false` when nothing is left.
 * @example readNextPage(lazyStore([])) // => false
 */
export function readNextPage(store: FactStore): boolean {
  return stepByStore.get(store)?.() ?? false;
}

/** How many facts a table holds, without reading them.
 * @example factCount(lazyStore([lazyPage(2, () => ({ rows: [], stamps: [] }))])) // => 2
 */
export function factCount<T extends FactTable>({ pages }: Pick<FactStore<T>, "pages">): number {
  let count = 0;
  for (const page of pages as readonly FactPage[]) count += countByPage.get(page) ?? page.rows.length;
  return count;
}

/** How many facts of a table nobody has read yet.
 * @example unreadCount(lazyStore([lazyPage(2, () => ({ rows: [], stamps: [] }))])) // => 2
 */
export function unreadCount<T extends FactTable>({ pages }: Pick<FactStore<T>, "pages">): number {
  let count = 0;
  for (const page of pages as readonly FactPage[]) if (unreadPages.has(page)) count += countByPage.get(page)!;
  return count;
}
