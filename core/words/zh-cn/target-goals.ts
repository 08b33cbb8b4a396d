export const targetGoals = {} as const;
