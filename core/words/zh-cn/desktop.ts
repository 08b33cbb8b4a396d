/** desktop: zh-CN */
export const desktop = {} as const;
