/**
 * The time, as the API shows it.
 *
 * @module
 */

/** Tells the time in milliseconds since 1970, like `Date.now`. */
export type Clock = () => number;

/** Writes a time as RFC 3339, UTC, with milliseconds: `2026-01-31T09:30:00.000Z`. */
export function timestamp(milliseconds: number): string {
  if (milliseconds !== latest.milliseconds) {
    latest.milliseconds = milliseconds;
    latest.text = new Date(milliseconds).toISOString();
  }
  return latest.text;
}

/** Gives a time, or the one just after another if it is no later: what changes twice in a millisecond has changed. */
export function laterThan(earlier: string, time: string): string {
  return time > earlier ? time : timestamp(Date.parse(earlier) + 1);
}

/** Rewrites an RFC 3339 time, with any offset, as {@link timestamp} does; undefined if it is none. */
export function toTimestamp(text: string): string | undefined {
  if (!RFC_3339.test(text) || !isDate(text.slice(0, 10))) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return undefined;
  const inUtc = new Date(milliseconds).toISOString();
  // An offset can lead out of the years 0000 to 9999, which RFC 3339 cannot write.
  return RFC_3339.test(inUtc) ? inUtc : undefined;
}

/** Says whether a text is a day of the calendar: `2026-01-31`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(text);
}

/**
 * Rewrites a time of day, `09:30` or `09:30:00.5`, as `09:30:00`, with three digits of a fraction that is not zero;
 * undefined if it is none.
 */
export function toTime(text: string): string | undefined {
  const match = TIME_OF_DAY.exec(text);
  if (match === null) return undefined;
  const [, minutes, seconds = "00", digits = ""] = match;
  const fraction = digits.slice(0, 3).padEnd(3, "0");
  const time = `${minutes}:${seconds}`;
  return fraction === "000" ? time : `${time}.${fraction}`;
}

/**
 * Rewrites a duration (ISO 8601: `PT90M`, `P2W`, `P1DT12H`) in its one spelling, that of RFC 3339 with the largest units
 * first: `PT1H30M`, `P14D`, `P1DT12H`. A day has 24 hours. Undefined if it is none, has a fraction, years or months,
 * whose length varies, or more than 100,000,000 days.
 */
export function toDuration(text: string): string | undefined {
  const seconds = durationSeconds(text);
  return seconds === undefined ? undefined : durationText(seconds);
}

/** Tells how many seconds a duration in any spelling takes; undefined if {@link toDuration} gives none. */
export function durationSeconds(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const seconds = match.slice(1)
    .reduce(
      (sum, digits = "0", n) => sum + Number(digits) * (UNITS[n] ?? 0),
      0,
    );
  return seconds <= LONGEST_DURATION_S ? seconds : undefined;
}

/** Compares two durations by how long they are. Negative if the first is shorter. */
export function compareDurations(a: string, b: string): number {
  return (durationSeconds(a) ?? 0) - (durationSeconds(b) ?? 0);
}

/** Writes a whole number of seconds as a duration: 5400 is `PT1H30M`. */
export function durationText(seconds: number): string {
  const days = Math.floor(seconds / DAY_S);
  const rest = seconds % DAY_S;
  if (rest === 0) return days === 0 ? "PT0S" : `P${days}D`;
  const [hours, minutes] = [
    Math.floor(rest / 3600),
    Math.floor(rest / 60) % 60,
  ];
  const parts = [
    hours > 0 ? `${hours}H` : "",
    // RFC 3339 has no hours before seconds without the minutes between.
    minutes > 0 || hours > 0 && rest % 60 > 0 ? `${minutes}M` : "",
    rest % 60 > 0 ? `${rest % 60}S` : "",
  ];
  return `P${days > 0 ? `${days}D` : ""}T${parts.join("")}`;
}

const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const TIME_OF_DAY = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?$/;

/** Weeks, days, hours, minutes, seconds: at least one of them, and one behind a T. */
const DURATION =
  /^P(?=\d|T\d)(?:(\d{1,15})W)?(?:(\d{1,15})D)?(?:T(?=\d)(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})S)?)?$/;
const DAY_S = 24 * 60 * 60;
const UNITS = [7 * DAY_S, DAY_S, 3600, 60, 1];
const LONGEST_DURATION_S = 100_000_000 * DAY_S;

/** Many entities are written within one millisecond; its text is made once. */
const latest = { milliseconds: 0, text: "1970-01-01T00:00:00.000Z" };
