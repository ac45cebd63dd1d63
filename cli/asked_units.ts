/**
 * What a language model is being asked for at the moment, as lines of a terminal.
 *
 * @module
 */
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import { visible } from "../generator/blueprint/quoted.ts";

/** A unit that is being asked for. */
export interface AskedUnit {
  /** Its name. */
  readonly unit: string;
  /** Which try it is, from 1. */
  readonly round: number;
  /** When it was asked for, in milliseconds. */
  readonly since: number;
  /** Characters of its answer so far. */
  readonly characters: number;
  /** Until when nothing is sent, in milliseconds, after the provider refused it; missing while it is under way. */
  readonly waits?: number;
}

/** The units that are being asked for, in the order in which they were. */
export type AskedUnits = readonly AskedUnit[];

/** Takes in one event, which happened at a time in milliseconds; pure. */
export function advanceAsked(
  asked: AskedUnits,
  event: AuthorEvent,
  now: number,
): AskedUnits {
  switch (event.event) {
    case "asked": {
      const { unit, round } = event;
      const others = asked.filter((one) => one.unit !== unit);
      return [...others, { unit, round, since: now, characters: 0 }];
    }
    case "text":
      return asked.map(({ waits: _, ...one }) =>
        one.unit === event.unit ? { ...one, characters: event.length } : one
      );
    case "retry":
      // What comes after another attempt comes from its beginning.
      return asked.map((one) =>
        one.unit === event.unit
          ? { ...one, characters: 0, waits: now + event.waitMs }
          : one
      );
    case "answered":
    case "faults":
    case "written":
    case "failed":
      return asked.filter(({ unit }) => unit !== event.unit);
    // Whoever has not answered by then never will.
    case "round":
    case "wave":
    case "checking":
      return [];
  }
}

/** Renders them at a time, each as a line of fewer than `columns` characters; pure. */
export function renderAsked(
  asked: AskedUnits,
  now: number,
  options: { readonly frame?: number; readonly columns?: number } = {},
): string[] {
  const { frame = 0, columns = 80 } = options;
  const shown = asked.length > MOST_LINES
    ? asked.slice(0, MOST_LINES - 1)
    : asked;
  const mark = SPINNER[frame % SPINNER.length] ?? "";
  const lines = shown.map((one) => ({
    name: visible(one.unit),
    figures: figuresOf(one, now),
  }));
  const room = columns - 1 - mark.length - GAPS -
    Math.max(0, ...lines.map(({ figures }) => figures.length));
  const width = Math.min(
    Math.max(0, ...lines.map(({ name }) => name.length)),
    Math.max(FEWEST, room),
  );
  const more = asked.length - shown.length;
  return [
    ...lines.map(({ name, figures }) =>
      `${mark} ${shortened(name, width).padEnd(width)}  ${figures}`
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].map((line) => [...line].slice(0, columns - 1).join(""));
}

/** `12.3 s    1,234 characters, round 2`. */
function figuresOf(
  { round, since, characters, waits }: AskedUnit,
  now: number,
): string {
  const time = `${((now - since) / 1000).toFixed(1)} s`.padStart(TIME);
  const state = waits !== undefined
    ? `again in ${Math.ceil(Math.max(0, waits - now) / 1000)} s`
    : characters === 0
    ? "asked"
    : `${grouped(characters)} characters`;
  return `${time}  ${state}${round > 1 ? `, round ${round}` : ""}`;
}

/** The end of a name tells more than its beginning, which many share. */
function shortened(name: string, width: number): string {
  return name.length <= width
    ? name
    : `…${name.slice(name.length - width + 1)}`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/** Lines at most, so that they fit a small terminal. */
const MOST_LINES = 12;
/** Characters of a name that are always shown. */
const FEWEST = 12;
/** Characters between the parts of a line. */
const GAPS = 3;
/** The width of a time below a quarter of an hour. */
const TIME = 7;
