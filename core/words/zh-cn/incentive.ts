/** incentive: zh-CN */
export const incentive = {} as const;
