/** A day as people type it, year first, with the marks of either language. Matched after NFKC. */
export const TYPED_DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** Between names that are typed in one field. */
export const BETWEEN_NAMES = /[;；、\n]/;
