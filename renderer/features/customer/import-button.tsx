import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { openWizard } from "./import/open-wizard.ts";

/** Opens the wizard. */
export function ImportButton({ kind = "primary" }: { readonly kind?: "primary" | "chip" }) {
  const words = useWords();
  return (
    <Button kind={kind} onClick={openWizard}>
      {words.text("customer.wizard.open")}
    </Button>
  );
}
