/** meeting: zh-CN */
export const meeting = {} as const;
