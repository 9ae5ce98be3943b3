/** How many days are left until a day, in words: “Còn 2 ngày”, “Hôm nay”, “Quá hạn 3 ngày”. */
export function daysLeftInWords(days: number): string {
  if (days < 0) return $localize`:@@work.late:Quá hạn ${-days}:days: ngày`;
  return days === 0 ? $localize`:@@work.today:Hôm nay` : $localize`:@@work.left:Còn ${days}:days: ngày`;
}
