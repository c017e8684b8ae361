// Calendar days as ISO strings; arithmetic in whole days, free of time zones.
export type Day = string;

const MS = 86_400_000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS;
}

export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * MS).toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function clampDay(day: Day, first: Day, last: Day): Day {
  return day < first ? first : day > last ? last : day;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text));
}

/** "2 December 2025" */
export function longDay(day: Day): string {
  return `${shortDay(day, true)} ${day.slice(0, 4)}`;
}

/** "2 Dec", or "2 December" with `full` */
export function shortDay(day: Day, full = false): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  return `${Number(day.slice(8, 10))} ${full ? month : month.slice(0, 3)}`;
}

/** "Dec 2025" */
export function monthOf(day: Day): string {
  return `${(MONTHS[Number(day.slice(5, 7)) - 1] ?? "").slice(0, 3)} ${day.slice(0, 4)}`;
}
