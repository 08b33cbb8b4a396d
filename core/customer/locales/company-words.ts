/** Ends of company names that say the legal form, longest first; plain words, letters lowered. */
export const LEGAL_ENDS: readonly string[] = [
  "股份有限责任公司",
  "集团股份有限公司",
  "集团有限责任公司",
  "有限责任公司",
  "股份有限公司",
  "集团有限公司",
  "控股有限公司",
  "股份公司",
  "有限公司",
  "集团公司",
  "總公司",
  "总公司",
  "集团",
  "集團",
  "股份",
  "公司",
];

/** What makes a company another one although its name ends like a legal form. */
export const BRANCH_MARKS: readonly string[] = ["分", "子"];

/** Legal forms that stand as words of their own. */
export const LEGAL_WORDS: ReadonlySet<string> = new Set([
  "co",
  "company",
  "ltd",
  "limited",
  "inc",
  "incorporated",
  "corp",
  "corporation",
  "llc",
  "llp",
  "plc",
  "gmbh",
  "ag",
  "kg",
  "mbh",
  "sa",
  "sas",
  "sarl",
  "spa",
  "srl",
  "bv",
  "nv",
  "ab",
  "as",
  "oy",
  "aps",
  "pty",
  "pte",
  "kk",
  "kabushiki",
  "kaisha",
  "sdn",
  "bhd",
  "group",
  "holding",
  "holdings",
  "se",
]);

/** Provinces and cities that stand before or behind a company's name. */
export const PLACES: readonly string[] = [
  ..."北京 上海 天津 重庆 香港 澳门 台湾 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南".split(
    " ",
  ),
  ..."湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆".split(" "),
  ..."广州 深圳 杭州 南京 苏州 成都 武汉 西安 青岛 大连 宁波 厦门 无锡 长沙 郑州 济南 合肥 福州 沈阳".split(
    " ",
  ),
  ..."哈尔滨 长春 石家庄 太原 南昌 昆明 贵阳 南宁 海口 兰州 西宁 银川 乌鲁木齐 呼和浩特 拉萨".split(" "),
  ..."东莞 佛山 珠海 中山 惠州 汕头 温州 嘉兴 绍兴 金华 台州 湖州 常州 南通 徐州 扬州 镇江 泰州 盐城".split(
    " ",
  ),
  ..."烟台 潍坊 临沂 淄博 威海 洛阳 襄阳 宜昌 株洲 泉州 漳州 赣州 芜湖 唐山 保定 廊坊 绵阳 桂林 三亚".split(
    " ",
  ),
];

/** Ends of place names: 杭州市, 浙江省. */
export const PLACE_ENDS: readonly string[] = ["特别行政区", "自治区", "省", "市"];

/** Countries in brackets say nothing of which company it is. */
export const COUNTRIES: ReadonlySet<string> = new Set(["中国", "中國", "china", "prc", "cn"]);

/** Places as Latin names write them. */
export const LATIN_PLACES: Readonly<Record<string, string>> = {
  beijing: "北京",
  shanghai: "上海",
  tianjin: "天津",
  chongqing: "重庆",
  guangzhou: "广州",
  shenzhen: "深圳",
  hangzhou: "杭州",
  nanjing: "南京",
  suzhou: "苏州",
  chengdu: "成都",
  wuhan: "武汉",
  qingdao: "青岛",
  dalian: "大连",
  ningbo: "宁波",
  xiamen: "厦门",
  wuxi: "无锡",
  dongguan: "东莞",
  "hong kong": "香港",
  hongkong: "香港",
};

/** Where an extension begins in a telephone number. */
export const EXTENSION_MARKS: readonly string[] = ["转", "轉", "分机", "ext", "x", "#"];
