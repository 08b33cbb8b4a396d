/** What people type behind a number, in Chinese and in letters, and the power of ten that it stands for. Matched after NFKC and
 * in small letters. */
export const TYPED_POWERS: readonly (readonly [RegExp, number])[] = [
  [/^[元块]$/, 0],
  [/^(千元?|k)$/, 3],
  [/^(万元?|w)$/, 4],
  [/^(百万元?|m)$/, 6],
  [/^亿元?$/, 8],
];
