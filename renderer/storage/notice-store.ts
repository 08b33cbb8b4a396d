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

/** Shows a notice; one that is shown already and offers nothing to do is not repeated. */
export function notify(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const shown = { ...notice, id: lastId };
  noticeStore.setState(({ notices }) => {
    const others = notices.filter((one) => one.action !== undefined || !saysTheSame(one, shown));
    return { notices: [...others.slice(-3), shown] };
  });
}

function saysTheSame(one: Notice, other: Notice): boolean {
  return one.tone === other.tone && JSON.stringify(one.message) === JSON.stringify(other.message);
}

/** Takes a notice away. */
export function dismissNotice(id: number): void {
  noticeStore.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
