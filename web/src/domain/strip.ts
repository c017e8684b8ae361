// Shapes of the strip chart.

export interface Bar {
  readonly day: number;
  readonly height: number;
}

/** One bar per day with claims; heights by the square root, so that quiet days stay visible beside loud ones. */
export function bars(claims: Readonly<Record<string, readonly number[]>>, days: number, height: number): Bar[] {
  const sums = Array.from({ length: days }, (_, day) =>
    Object.values(claims).reduce((sum, column) => sum + (column[day] ?? 0), 0),
  );
  const top = Math.sqrt(Math.max(...sums, 1));
  return sums.flatMap((sum, day) => (sum ? [{ day, height: (Math.sqrt(sum) / top) * height }] : []));
}

/** An SVG path over the days that are known, scaled to the range of the middle 96 % of them: an odd first day must not
 * flatten the rest. */
export function curve(values: readonly (number | null)[], height: number): string {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const low = known[Math.floor(known.length * 0.02)] ?? 0;
  const high = known[Math.ceil(known.length * 0.98) - 1] ?? 1;
  const range = high - low || 1;
  let path = "";
  let pen = "M";
  values.forEach((value, day) => {
    if (value === null) {
      pen = "M";
      return;
    }
    const share = Math.min(Math.max((value - low) / range, 0), 1);
    path += `${pen}${day + 0.5} ${(height * 0.9 - share * height * 0.8).toFixed(2)}`;
    pen = "L";
  });
  return path;
}
