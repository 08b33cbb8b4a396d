import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { UnlockFields } from "./share/unlock-fields.tsx";
import type { UnlockFieldsProps } from "./share/unlock-fields.tsx";

/** A backup that needs a passphrase before it can be shown. */
export type LockedFile = Pick<UnlockFieldsProps, "name" | "open">;

export interface UnlockDrawerProps {
  readonly locked: LockedFile | null;
  onClose(): void;
  onOpen(name: string, bytes: Uint8Array<ArrayBuffer>): void;
}

/** Asks for the passphrase of an encrypted backup. */
export function UnlockDrawer({ locked, onClose, onOpen }: UnlockDrawerProps) {
  const words = useWords();
  if (!locked) return null;
  return (
    <Drawer open title={words.text("vault.unlock.title")} onClose={onClose}>
      <UnlockFields
        key={locked.name}
        {...locked}
        onOpened={(bytes) => onOpen(locked.name, bytes)}
        onCancel={onClose}
      />
    </Drawer>
  );
}
