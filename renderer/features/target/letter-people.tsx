import type { MemberId } from "../../../core/base/id.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

export interface LetterPeopleProps {
  readonly people: readonly MemberId[];
  readonly shown: MemberId | undefined;
  /** Those who get no letter. */
  readonly left: ReadonlySet<MemberId>;
  onLeft(left: ReadonlySet<MemberId>): void;
  onShow(id: MemberId): void;
}

/** For whom letters are written, and whose is shown. */
export function LetterPeople({ people, shown, left, onLeft, onShow }: LetterPeopleProps) {
  const words = useWords();
  const { members } = useWorkspace().rows;
  return (
    <fieldset className="letters-people">
      <legend>{words.text("target.letters.people")}</legend>
      <div className="letters-quick">
        <Button kind="link" onClick={() => onLeft(new Set())}>
          {words.text("target.letters.all")}
        </Button>
        <Button kind="link" onClick={() => onLeft(new Set(people))}>
          {words.text("target.letters.nobody")}
        </Button>
      </div>
      <ul>
        {people.map((id) => {
          const name = members.get(id)?.name ?? id;
          return (
            <li key={id} className={id === shown ? "shown" : undefined}>
              <CheckField
                label={name}
                value={!left.has(id)}
                onCommit={(isChosen) => {
                  onLeft(isChosen ? new Set([...left].filter((one) => one !== id)) : new Set([...left, id]));
                  return null;
                }}
              />
              <Button
                kind="link"
                label={words.text("target.letters.show", { name })}
                pressed={id === shown}
                onClick={() => onShow(id)}
              >
                {words.text("target.letters.preview")}
              </Button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
