import { useState } from "react";
import type { KeyboardEvent } from "react";
import { callName } from "../../../core/meeting/run/read-line.ts";
import type { NamedPerson } from "../../../core/meeting/run/read-line.ts";
import { useWords } from "../../ui/words-context.tsx";

/** Names offered behind an @, and the keys that choose one. */
export interface NameListState {
  readonly found: readonly NamedPerson[];
  readonly at: number;
  /** What the person is called so that nobody else is meant. */
  callOf(person: NamedPerson): string;
  choose(person: NamedPerson): void;
  /** Answers whether the key was meant for the list. */
  press(event: KeyboardEvent): boolean;
}

const MOST_NAMES = 6;

/** Who may be meant by the name that is being typed behind an @ at the beginning of a text. */
export function useNameList(
  people: readonly NamedPerson[],
  text: string,
  onText: (text: string) => void,
): NameListState {
  const [active, setActive] = useState(0);
  const [closedAt, close] = useState<string | null>(null);
  const typed = /^\s*[@＠]([^\s,，、:：]*)$/.exec(text)?.[1];
  const found = typed === undefined || closedAt === text ? [] : peopleLike(people, typed.toLowerCase());
  const at = Math.min(active, Math.max(0, found.length - 1));
  const callOf = (person: NamedPerson) => callName(people, person);
  const choose = (person: NamedPerson) => {
    setActive(0);
    onText(`@${callOf(person)} `);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (found.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === "ArrowDown") setActive((at + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((at - 1 + found.length) % found.length);
    else if (event.key === "Escape") close(text);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[at]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { found, at, callOf, choose, press };
}

/** Names that begin so go before those that hold it; sounds count like letters. */
function peopleLike(people: readonly NamedPerson[], typed: string): readonly NamedPerson[] {
  const rank = ({ names }: NamedPerson): number => {
    const all = names.map((name) => name.toLowerCase());
    if (all.some((name) => name.startsWith(typed))) return 0;
    return all.some((name) => name.includes(typed)) ? 1 : 2;
  };
  return people
    .filter((person) => rank(person) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_NAMES);
}

export function NameList({ list }: { readonly list: NameListState }) {
  const words = useWords();
  if (list.found.length === 0) return <div id="run-names" hidden />;
  return (
    <div id="run-names" className="run-names" role="listbox" aria-label={words.text("meeting.run.people")}>
      {list.found.map((person, index) => (
        <div
          key={person.id}
          id={`run-name-${index}`}
          role="option"
          aria-selected={index === list.at}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            list.choose(person);
          }}
        >
          {person.names[0]}
          {list.callOf(person) !== person.names[0] && <small> {list.callOf(person)}</small>}
        </div>
      ))}
    </div>
  );
}
