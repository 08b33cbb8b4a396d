/** app: zh-CN */
export const app = {} as const;
