/** The customer page, contacts, activities, cases, satisfaction and care. */
export const customerPage = {} as const;
