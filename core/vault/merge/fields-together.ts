/** Fields that say one thing together: half of one change and half of another would say a third. */
export const TOGETHER: readonly (readonly string[])[] = [
  ["stage", "category", "probability", "closedOn", "lossReason"],
  ["ownerName", "credits"],
  ["from", "until"],
  ["value", "meantDays", "reason"],
];
