/** vault: zh-CN */
export const vault = {} as const;
