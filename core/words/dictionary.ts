/** The words of one language: key → sentence with `{{parameters}}`. */
export type Dictionary = Readonly<Record<string, string>>;

/** What another language must say: every key of the first, and where its grammar needs one, `<key>_one` for a count of 1. */
export type WordsLike<Zh> = { readonly [Key in keyof Zh]: string } & {
  readonly [Key in keyof Zh as Key extends string ? `${Key}_one` : never]?: string;
};

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
