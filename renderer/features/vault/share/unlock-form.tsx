import type { PickedFile } from "../../../platform/platform.ts";
import { FieldTheme } from "../../../ui/field-theme.tsx";
import { useWords } from "../../../ui/words-context.tsx";
import { openBytes } from "../../../worker/age-client.ts";
import { UnlockFields } from "./unlock-fields.tsx";

/** Unlocks a picked file where it stands alone on a page. It brings its own look, for the first screen has none. */
export function UnlockForm(props: {
  readonly file: PickedFile;
  onOpened(file: PickedFile): void;
  onCancel(): void;
}) {
  const { file, onOpened, onCancel } = props;
  const words = useWords();
  return (
    <FieldTheme>
      <section className="unlock-alone">
        <h2>{words.text("vault.unlock.title")}</h2>
        <UnlockFields
          name={file.name}
          open={async (passphrase) => openBytes(await file.bytes(), passphrase)}
          onOpened={(bytes) => {
            const name = file.name.replace(/\.age$/i, "");
            onOpened({ name, size: bytes.length, bytes: () => Promise.resolve(bytes) });
          }}
          onCancel={onCancel}
        />
      </section>
    </FieldTheme>
  );
}
