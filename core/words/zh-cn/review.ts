/** review: zh-CN */
export const review = {} as const;
