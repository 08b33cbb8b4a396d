/** customer: zh-CN */
export const customer = {} as const;
