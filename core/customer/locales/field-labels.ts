/** Labels under which files name a field, most telling first. They are normalised before they are compared. */
export type LabelsByField = Readonly<Record<string, readonly string[]>>;

export const owner = [
  "Owner",
  "负责人",
  "所有人",
  "业务员",
  "销售员",
  "Sales Rep",
  "Salesperson",
  "Sales Agent",
  "Agent",
  "Rep",
];
export const customer = [
  "Customer Name",
  "客户名称",
  "Account Name",
  "Company Name",
  "Client Name",
  "Organization",
  "Customer",
  "Account",
  "Company",
  "Client",
  "客户",
  "公司名称",
  "公司",
  "单位名称",
  "Associated Company (Primary)",
  "Associated Company",
];
export const customerId = [
  "Account Name.id",
  "Company Name.id",
  "Client Name.id",
  "客户名称_唯一性ID",
  "客户_唯一性ID",
  "Customer ID",
  "Account ID",
  "Company ID",
  "Client ID",
  "客户编号",
  "客户ID",
  "Associated Company IDs (Primary)",
  "Associated Company IDs",
  "Organization ID",
];
export const created = [
  "Created Time",
  "Created Date",
  "Create Date",
  "创建时间",
  "创建日期",
  "Created At",
  "Created",
  "Created On",
];
export const currency = [
  "Currency",
  "Currency (of Value)",
  "Currency of Value",
  "Currency Code",
  "Amount Currency",
  "Deal Currency",
  "币种",
  "币别",
  "货币",
];
export const recordId = ["Record Id", "唯一性ID", "唯一标识"];
export const life = ["生命状态"];
export const lastActivity = [
  "Last Activity Time",
  "最后跟进时间",
  "最后跟进日期",
  "最近跟进时间",
  "最近跟进日期",
  "Last Activity Date",
  "Last Activity",
  "Last Contacted",
  "Last Contact",
];
export const email = ["Email", "E-mail", "邮件", "邮箱", "电子邮件", "电子邮箱", "Email Address"];
export const phone = [
  "Mobile",
  "Phone",
  "手机",
  "电话",
  "联系电话",
  "手机号",
  "Mobile Phone",
  "Phone Number",
  "Telephone",
];
export const product = ["Product", "Product Name", "产品", "产品名称"];
