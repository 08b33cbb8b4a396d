/** What home says of training. */
export const training = {
  "training.home.title": "三十天内的培训",
  "training.home.formula": "今天起三十天内计划中的场次数。",
  "training.home.beside": "场培训在三十天内",
  "training.home.next": "下一场：{{course}}，{{day}}",
  "training.home.forgotten": "{{count}} 场已过，没有记录谁到场",
  "training.home.open": "看该办什么培训",
} as const;
