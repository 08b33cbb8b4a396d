/** Two systems as one book: matching, and who said what. */
export const customerMatch = {} as const;
