/** What heads of a sheet of attendance and scores are called, as `nameKey` prints them. */
export const RESULT_HEADS = {
  person: ["姓名", "成员", "学员", "员工", "参加人", "name", "member", "person", "employee", "participant"],
  number: ["工号", "员工编号", "编号", "employee number", "employee no", "number", "id"],
  attendance: ["到场", "出勤", "出席", "签到", "考勤", "attendance", "attended", "present"],
  score: ["成绩", "分数", "得分", "考试成绩", "score", "mark", "points", "result"],
  rating: ["收获", "收获 1–5", "收获 1-5", "评分", "满意度", "useful", "useful 1–5", "useful 1-5", "rating"],
  feedback: ["反馈", "意见", "建议", "feedback", "comment", "comments"],
} as const;
