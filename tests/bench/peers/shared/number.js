/** Korean numbers: 2297309797 times are 22억 9730만 9797회. */
const GROUPS = ["", "만", "억", "조"];
const COUNTERS = {
  people: "명", times: "회", views: "회", cases: "건", messages: "건", won: "원", items: "개",
  places: "곳", vehicles: "대", devices: "대", sheets: "장", tonnes: "톤", percent: "%", days: "일",
  weeks: "주", months: "개월", years: "년", minutes: "분", age: "세", works: "편", apps: "개",
  topics: "가지", courses: "개", fundraisers: "개", issues: "회", ratio: "배", klay: "클레이",
  rank: "위", points: "점", rounds: "차례", grades: "개 학년", organisations: "곳", events: "회",
};

export function format(value, unit) {
  const [whole, decimals] = String(value).split(".");
  const groups = [];
  for (let end = whole.length, group = 0; end > 0; end -= 4, group += 1) {
    const digits = Number(whole.slice(Math.max(0, end - 4), end));
    if (digits > 0) groups.unshift(digits + GROUPS[group]);
  }
  return (groups.join(" ") || "0") + (decimals ? `.${decimals}` : "") + COUNTERS[unit];
}
