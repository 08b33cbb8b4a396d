import type { HiddenFolder as Hidden } from "../../storage/rescue.ts";
import { FindingLine } from "../../ui/finding-line.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** That the folder of backups cannot be looked into, and the way to it. */
export function HiddenFolder(props: { readonly hidden: Hidden; again(): Promise<void> }) {
  const words = useWords();
  const { hidden, again } = props;
  const kind = kindOf(hidden.problem);
  const folder = hidden.name ?? words.text("vault.auto.own-desktop");
  const reach = async () => {
    await hidden.reach().catch(() => undefined);
    await again();
  };
  return (
    <FindingLine
      tone="behind"
      text={words.text(`vault.rescue.folder.${kind}`, { folder })}
      actions={[{ label: words.text(`vault.rescue.reach.${kind}`), onClick: () => void reach() }]}
    />
  );
}

function kindOf(problem: Hidden["problem"]): "no-permission" | "forgotten" | "gone" | "other" {
  return problem === "no-permission" || problem === "forgotten" || problem === "gone" ? problem : "other";
}
