import { MEMBER_SECTIONS, PACK_SECTIONS } from "../../../core/review/quarter-pack.ts";
import type { PackChoice, PackSectionName } from "../../../core/review/quarter-pack.ts";
import { LOCALES } from "../../../core/words/dictionary.ts";
import type { Locale } from "../../../core/words/dictionary.ts";
import { Choice } from "../../ui/choice.tsx";
import { CheckField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** What the reader may leave out of a pack, as it is chosen on its page. */
export interface PackTaste {
  readonly left: readonly PackSectionName[];
  readonly withPay: boolean;
  readonly isMasked: boolean;
  /** The pack's language; `null`: the screen's. */
  readonly locale: Locale | null;
}

export interface PackTasteProps {
  readonly taste: PackTaste;
  onChange(taste: PackTaste): void;
}

export interface PackSectionsProps extends PackTasteProps {
  readonly subject: PackChoice["subject"];
}

/** In which language the pack is written, whatever the screen's. */
export function PackLanguage({ taste, onChange }: PackTasteProps) {
  const words = useWords();
  return (
    <Choice<Locale>
      label={words.text("base.file.language")}
      value={taste.locale ?? words.locale}
      options={LOCALES.map((value) => ({ value, label: words.text(`base.file.language.${value}`) }))}
      onChange={(locale) => onChange({ ...taste, locale })}
    />
  );
}

/** Pay and names: whether the pack says them. */
export function PackPrivacy({ taste, onChange }: PackTasteProps) {
  const words = useWords();
  const change = (fields: Partial<PackTaste>) => {
    onChange({ ...taste, ...fields });
    return null;
  };
  return (
    <fieldset className="review-sections">
      <legend>{words.text("review.room.privacy")}</legend>
      <CheckField
        label={words.text("review.room.with-pay")}
        value={taste.withPay}
        onCommit={(withPay) => change({ withPay })}
      />
      <CheckField
        label={words.text("review.room.masked")}
        hint={words.text("review.room.masked.hint")}
        value={taste.isMasked}
        onCommit={(isMasked) => change({ isMasked })}
      />
    </fieldset>
  );
}

/** The chapters that the pack has. */
export function PackSections({ subject, taste, onChange }: PackSectionsProps) {
  const words = useWords();
  const { left } = taste;
  const sections = subject.kind === "team" ? PACK_SECTIONS : MEMBER_SECTIONS;
  return (
    <fieldset className="review-sections">
      <legend>{words.text("review.room.sections")}</legend>
      {sections.map((name) => (
        <CheckField
          key={name}
          label={words.text(`review.section.${name}`)}
          value={!left.includes(name)}
          onCommit={(shown) => {
            onChange({ ...taste, left: shown ? left.filter((one) => one !== name) : [...left, name] });
            return null;
          }}
        />
      ))}
    </fieldset>
  );
}
