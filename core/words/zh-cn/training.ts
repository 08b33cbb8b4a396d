/** training: zh-CN */
export const training = {} as const;
