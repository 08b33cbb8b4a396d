import { Button } from "../ui/button.tsx";
import { useModal } from "../ui/drawer.tsx";
import { useWords } from "../ui/words-context.tsx";
import "./palette/palette.css";

const EVERYWHERE = [
  ["app.keys.rooms", "0 – 9"],
  ["app.keys.search", "Ctrl K  /"],
  ["app.keys.undo", "Ctrl Z"],
  ["app.keys.redo", "Ctrl Shift Z"],
  ["app.keys.period", "[  ]"],
  ["app.keys.close", "Esc"],
  ["app.keys.help", "?"],
] as const;
const IN_GRID = [
  ["app.keys.move", "← ↑ ↓ →"],
  ["app.keys.edit", "Enter  F2"],
  ["app.keys.tab", "Tab"],
  ["app.keys.mark", "Shift ←↑↓→"],
  ["app.keys.block", "Ctrl C  X  V"],
  ["app.keys.fill", "Ctrl D"],
  ["app.keys.clear", "Delete"],
  ["app.keys.leave", "Esc  Tab"],
] as const;

/** All shortcuts on one sheet. */
export function KeysSheet({ onClose }: { onClose(): void }) {
  const words = useWords();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="keys-sheet"
      aria-label={words.text("app.keys.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="keys-head">
        <h2>{words.text("app.keys.title")}</h2>
        <Button kind="link" onClick={onClose}>
          {words.text("base.close")}
        </Button>
      </header>
      <div className="keys-columns">
        <KeyList title={words.text("app.keys.everywhere")} keys={EVERYWHERE} />
        <KeyList title={words.text("app.keys.grid")} keys={IN_GRID} />
      </div>
    </dialog>
  );
}

function KeyList(props: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) {
  const words = useWords();
  const onMac = navigator.platform.startsWith("Mac");
  return (
    <section>
      <h3>{props.title}</h3>
      <dl>
        {props.keys.map(([key, press]) => (
          <KeyLine key={key} label={words.text(key)} press={onMac ? press.replace("Ctrl", "⌘") : press} />
        ))}
      </dl>
    </section>
  );
}

function KeyLine({ label, press }: { readonly label: string; readonly press: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <kbd>{press}</kbd>
      </dd>
    </>
  );
}
