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

const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const TIME_OF_DAY = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?$/;

/** Many entities are written within one millisecond; its text is made once. */
const latest = { milliseconds: 0, text: "1970-01-01T00:00:00.000Z" };
