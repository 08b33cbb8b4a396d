import { create } from "zustand";
import type { Message } from "../../core/base/message.ts";

/** A short message to the person; the shell shows it. Failures stay until closed, the rest go by themselves. */
export interface Notice {
  readonly id: number;
  readonly tone: "info" | "done" | "failure";
  readonly message: Message;
  readonly action?: { readonly label: Message; run(): void };
}

export const noticeStore = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

let lastId = 0;

/** Shows a notice. */
export function notify(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const shown = { ...notice, id: lastId };
  noticeStore.setState((state) => ({ notices: [...state.notices.slice(-3), shown] }));
}

/** Takes a notice away. */
export function dismissNotice(id: number): void {
  noticeStore.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
