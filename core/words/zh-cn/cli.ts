/** cli: zh-CN */
export const cli = {} as const;
