import { Button } from "./button.tsx";
import { useWords } from "./words-context.tsx";

/** In the place of the buttons that began it: what is being made, and the way to stop it. */
export function BuildingLine({ text, onCancel }: { readonly text: string; onCancel(): void }) {
  const words = useWords();
  return (
    <span role="status">
      {text}{" "}
      <Button kind="link" onClick={onCancel}>
        {words.text("base.cancel")}
      </Button>
    </span>
  );
}
