import { useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import type { PickedFile } from "../../platform/platform.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HiddenFolder } from "./hidden-folder.tsx";
import { StateLine } from "./state-line.tsx";
import { useRescue } from "./use-rescue.ts";

/** What this computer still has of an earlier workspace, each to be opened with a click: its backups lie where nobody looks. */
export function FoundStates(props: { readonly busy: boolean; onOpen(file: PickedFile): void }) {
  const words = useWords();
  const { found, again } = useRescue();
  const [problem, setProblem] = useState<Message | null>(null);
  if (!found || (found.states.length === 0 && !found.hidden)) return null;
  const open = async (state: RescueState) => {
    const read = await state.bytes().catch(() => fail(message("vault.rescue.gone")));
    if (!read.ok) return setProblem(read.error);
    const bytes = read.value;
    props.onOpen({ name: state.name, size: bytes.length, bytes: () => Promise.resolve(bytes) });
  };
  return (
    <section className="found-states" aria-label={words.text("vault.rescue.found")}>
      <h2>{words.text("vault.rescue.found")}</h2>
      {found.states.length > 0 && (
        <ul className="rescue-list">
          {found.states.map((state) => (
            <StateLine
              key={`${state.kind} ${state.name}`}
              state={state}
              action={words.text("vault.rescue.open")}
              busy={props.busy}
              onAct={() => void open(state)}
            />
          ))}
        </ul>
      )}
      {found.hidden && <HiddenFolder hidden={found.hidden} again={again} />}
      {problem && <FindingLine tone="at-risk" text={words.say(problem)} actions={[]} />}
    </section>
  );
}
