import { useEffect, useState } from "react";
import type { Result } from "../../../core/base/result.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import type { UpdateState } from "../../../core/vault/update/update-state.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import type { UpdatePort } from "../../platform/desktop-updates.ts";
import { keepPresentState } from "../../storage/keep-present.ts";
import { notify } from "../../storage/notice-store.ts";

/** Updates as the page shows and orders them. */
export interface UpdatesView {
  /** `null` until it has been asked for. */
  readonly state: UpdateState | null;
  run(step: (port: UpdatePort) => Promise<Result<UpdateState, string>>): void;
  /** Puts the data aside and installs. */
  install(): void;
}

/** Follows the updates of the desktop. `null`: there are none here. */
export function useUpdates(): UpdatesView | null {
  const port = currentPlatform().updates;
  const [state, setState] = useState<UpdateState | null>(null);
  useEffect(() => {
    if (!port) return;
    let isHere = true;
    void port.read().then((read) => isHere && read.ok && setState((known) => known ?? read.value));
    const end = port.onChange(setState);
    return () => {
      isHere = false;
      end();
    };
  }, [port]);
  if (!port) return null;
  const run: UpdatesView["run"] = (step) => {
    void step(port).then((answer) => {
      if (answer.ok) setState(answer.value);
      else notify({ tone: "failure", message: failureMessage(answer.error) });
    });
  };
  return {
    state,
    run,
    install: () =>
      run(async (updates) => {
        const keptSequence = await keepPresentState().catch(() => null);
        if (keptSequence !== null) return updates.install(keptSequence);
        notify({ tone: "failure", message: { key: "vault.update.problem.not-kept" } });
        return updates.read();
      }),
  };
}
