/** team: zh-CN */
export const team = {} as const;
