/** What imports changed, and taking them back. */
export const customerHistory = {} as const;
