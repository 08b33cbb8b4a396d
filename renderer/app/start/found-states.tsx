import { useEffect, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import { fail } from "../../../core/base/result.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import type { PickedFile } from "../../platform/platform.ts";
import { findRescueStates } from "../../storage/rescue.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { StateLine } from "./state-line.tsx";

/** What this computer still has of an earlier workspace, each to be opened with a click: its backups lie where nobody looks. */
export function FoundStates(props: { readonly busy: boolean; onOpen(file: PickedFile): void }) {
  const words = useWords();
  const [states, setStates] = useState<readonly RescueState[]>([]);
  const [problem, setProblem] = useState<Message | null>(null);
  useEffect(() => {
    void findRescueStates(currentPlatform()).then(setStates);
  }, []);
  if (states.length === 0) return null;
  const open = async (state: RescueState) => {
    const read = await state.bytes().catch(() => fail(message("vault.rescue.gone")));
    if (!read.ok) return setProblem(read.error);
    const bytes = read.value;
    props.onOpen({ name: state.name, size: bytes.length, bytes: () => Promise.resolve(bytes) });
  };
  return (
    <section className="found-states" aria-label={words.text("vault.rescue.found")}>
      <h2>{words.text("vault.rescue.found")}</h2>
      <ul className="rescue-list">
        {states.map((state) => (
          <StateLine
            key={`${state.kind} ${state.name}`}
            state={state}
            action={words.text("vault.rescue.open")}
            busy={props.busy}
            onAct={() => void open(state)}
          />
        ))}
      </ul>
      {problem && <FindingLine tone="at-risk" text={words.say(problem)} actions={[]} />}
    </section>
  );
}
