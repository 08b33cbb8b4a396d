import { momentText } from "../../features/vault/vault-text.ts";
import type { RescueState } from "../../storage/rescue.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A state that was found: what it is, how far it goes, and what can be done with it. */
export function StateLine(props: {
  readonly state: RescueState;
  /** The words on the button. */
  readonly action: string;
  readonly primary?: boolean;
  readonly busy?: boolean;
  onAct(): void;
}) {
  const words = useWords();
  const { kind, name, sequence, atMs } = props.state;
  const details = [
    kind === "last" ? words.text("vault.rescue.last.text") : null,
    kind === "aside" ? words.text("vault.rescue.aside.text", { place: name }) : null,
    atMs === null ? null : momentText(words, atMs),
    sequence === null ? null : words.text("vault.rescue.sequence", { sequence }),
  ];
  return (
    <li>
      <span>
        {words.text(`vault.rescue.${kind}`)}
        <small>{details.filter((text) => text !== null).join(" · ")}</small>
      </span>
      <Button kind={props.primary ? "primary" : "link"} disabled={props.busy ?? false} onClick={props.onAct}>
        {props.action}
      </Button>
    </li>
  );
}
