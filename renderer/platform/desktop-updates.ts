import type { Answer, Bridge, Request } from "../../core/bridge/contract.ts";
import type { Result } from "../../core/base/result.ts";
import { fail } from "../../core/base/result.ts";
import type { UpdateState } from "../../core/vault/update/update-state.ts";

type Answered = Promise<Result<UpdateState, string>>;

/** Updates of the desktop app. Every step answers how things stand then. */
export interface UpdatePort {
  read(): Answered;
  /** A folder or file is chosen in a dialog that this opens. */
  choose(source: Request<"chooseUpdates">): Answered;
  check(): Answered;
  fetch(): Answered;
  stop(): Answered;
  /** `keptSequence`: the change up to which the data was put aside. */
  install(keptSequence: number): Answered;
  /** Calls back on every change until the returned function is called. */
  onChange(listener: (state: UpdateState) => void): () => void;
}

/** The bridge's updates. A call that is lost on the way is one that failed. */
export function createDesktopUpdates(bridge: Bridge): UpdatePort {
  return {
    read: () => settled(bridge.readUpdates(null)),
    choose: (source) => settled(bridge.chooseUpdates(source)),
    check: () => settled(bridge.checkUpdate(null)),
    fetch: () => settled(bridge.fetchUpdate(null)),
    stop: () => settled(bridge.stopUpdate(null)),
    install: (keptSequence) => settled(bridge.installUpdate({ keptSequence })),
    onChange: (listener) => bridge.listen("updateChanged", listener),
  };
}

async function settled(call: Promise<Answer<"readUpdates">>): Answered {
  try {
    return await call;
  } catch {
    return fail("failed");
  }
}
