import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { ImportButton } from "./import-button.tsx";

/** The two ways in: a record typed by hand, and the wizard for files. */
export function EntryButtons({ onAdd }: { onAdd(): void }) {
  const words = useWords();
  return (
    <div className="entry-buttons">
      <ImportButton kind="chip" />
      <Button kind="primary" onClick={onAdd}>
        {words.text("base.add")}
      </Button>
    </div>
  );
}
