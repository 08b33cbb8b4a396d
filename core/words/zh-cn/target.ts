/** target: zh-CN */
export const target = {} as const;
