import { useEffect, useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useModal } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { commandEntries } from "./command-entries.ts";
import { findEntries, indexEntries } from "./find-entries.ts";
import type { Entry } from "./find-entries.ts";
import { withoutPinyin } from "./match-text.ts";
import { loadPinyin, warmPinyin } from "./pinyin.ts";
import { workspaceEntries } from "./workspace-entries.ts";
import "./palette.css";

export interface PaletteProps {
  onClose(): void;
  onHelp(): void;
}

/** Search over all that has a name, and every action, from the keyboard. */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const dialog = useModal();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [pinyinOf, setPinyinOf] = useState(() => withoutPinyin);
  const index = useMemo(
    () => indexEntries([...commandEntries(words, onHelp), ...workspaceEntries(workspace, words)]),
    [words, workspace, onHelp],
  );
  useEffect(() => {
    let stale = false;
    void loadPinyin().then(async (loaded) => {
      await warmPinyin(
        index.map((one) => one.title),
        loaded,
      );
      if (!stale) setPinyinOf(() => loaded);
    });
    return () => {
      stale = true;
    };
  }, [index]);
  const found = useMemo(() => findEntries(index, query, pinyinOf), [index, query, pinyinOf]);
  const at = Math.min(active, found.length - 1);
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at, found]);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = found.length;
    if (event.key === "ArrowDown") setActive(count === 0 ? 0 : (at + 1) % count);
    else if (event.key === "ArrowUp") setActive(count === 0 ? 0 : (at - 1 + count) % count);
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.text("app.palette.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="palette-sheet">
        <input
          className="palette-field"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found.length > 0 ? `palette-${at}` : undefined}
          aria-label={words.text("app.palette.field")}
          placeholder={words.text("app.palette.field")}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <EntryList found={found} at={at} query={query} onChoose={choose} />
        <p className="palette-foot">
          <span role="status">{words.text("app.palette.count", { count: found.length })}</span>
          <span>{words.text("app.palette.keys")}</span>
        </p>
      </div>
    </dialog>
  );
}

function EntryList(props: {
  readonly found: readonly Entry[];
  readonly at: number;
  readonly query: string;
  onChoose(entry: Entry): void;
}) {
  const words = useWords();
  const { found, at, query } = props;
  if (found.length === 0) return <p className="palette-none">{words.text("app.palette.none", { query })}</p>;
  return (
    <div
      className="palette-list"
      id="palette-list"
      role="listbox"
      aria-label={words.text("app.palette.title")}
    >
      {found.map((entry, index) => (
        <div
          key={`${entry.kind}/${entry.id}`}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === at}
          className={found[index - 1]?.kind === entry.kind ? undefined : "first"}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            props.onChoose(entry);
          }}
        >
          <span className="palette-kind">
            {found[index - 1]?.kind === entry.kind ? "" : words.text(`app.palette.${entry.kind}`)}
          </span>
          <span className="palette-title">{entry.title}</span>
          <span className="palette-detail">{entry.detail}</span>
        </div>
      ))}
    </div>
  );
}
