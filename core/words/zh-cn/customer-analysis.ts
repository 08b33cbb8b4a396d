/** Analysis of the pipeline, and what stages mean. */
export const customerAnalysis = {} as const;
