import { keepPresent } from "./keep-present.ts";
import { currentSession } from "./session.ts";
import { inTurn } from "./write-queue.ts";

/** Puts the present state aside, whole, before something that cannot be undone by a step. Answers the change up to which it goes;
 * `null`: it could not be kept. */
export function keepPresentState(): Promise<number | null> {
  return inTurn(async () => {
    const session = currentSession();
    return (await keepPresent(session)) ? session.sequence : null;
  });
}
