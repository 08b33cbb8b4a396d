import { useState } from "react";
import type { ReactNode } from "react";
import type { Bilingual } from "../../../core/base/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** Asks for the name of something new in both languages; the reader's language comes first. */
export function NameDrawer(props: {
  readonly title: string;
  onClose(): void;
  /** Answers with what is wrong, or `null` when it was added. */
  onAdd(name: Bilingual): Promise<string | null>;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const [name, setName] = useState<Bilingual>({ zh: "", en: "" });
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const wrong = await props.onAdd(name);
    setProblem(wrong);
    if (wrong === null) props.onClose();
  };
  const order = words.locale === "en" ? (["en", "zh"] as const) : (["zh", "en"] as const);
  return (
    <Drawer
      open
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button kind="primary" onClick={() => void add()}>
            {words.text("base.add")}
          </Button>
          <Button onClick={props.onClose}>{words.text("base.cancel")}</Button>
        </>
      }
    >
      {order.map((language, index) => (
        <TextField
          key={language}
          autoFocus={index === 0}
          label={words.text(`team.field.name-${language}`)}
          value={name[language]}
          onCommit={(value) => {
            setName((now) => ({ ...now, [language]: value }));
            return null;
          }}
        />
      ))}
      {props.children}
      {problem !== null && (
        <p className="tone-at-risk" role="alert">
          {problem}
        </p>
      )}
    </Drawer>
  );
}
