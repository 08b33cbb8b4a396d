/** kpi: zh-CN */
export const kpi = {} as const;
