/** The statutory festivals by name, as the holiday table's library writes them. */
export const FESTIVAL_NAMES = {
  newYear: { zh: "元旦", en: "New Year's Day" },
  spring: { zh: "春节", en: "Spring Festival" },
  qingming: { zh: "清明", en: "Tomb-sweeping Day" },
  labour: { zh: "劳动节", en: "Labour Day" },
  dragonBoat: { zh: "端午", en: "Dragon Boat Festival" },
  midAutumn: { zh: "中秋", en: "Mid-autumn Festival" },
  national: { zh: "国庆节", en: "National Day" },
} as const;

export type Festival = keyof typeof FESTIVAL_NAMES;
