/** What is wrong with the data of a source, and the fix-list. */
export const customerQuality = {} as const;
