/** What one house check found. Problems are lines a person can act on: where, what, remedy. */
export interface CheckReport {
  readonly problems: readonly string[];
  /** What was looked at, so that a check that sees nothing cannot pass unnoticed. */
  readonly seen: string;
}

export interface Check {
  readonly name: string;
  run(): Promise<CheckReport>;
}
