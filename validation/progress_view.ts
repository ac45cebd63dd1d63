/**
 * Shows a verification as it runs: redrawn in place on a terminal, a line for each result elsewhere.
 *
 * @module
 */
import type { ProgressEvent } from "./progress.ts";
import { takenBackText } from "./healing/healing_text.ts";
import { RedrawnLines } from "./redrawn_lines.ts";
import type { Check, CheckState, Stage } from "./report.ts";

/** What the view knows of a tier. */
export interface TierProgress {
  readonly tier: Stage;
  readonly name: string;
  readonly title: string;
  /** How many checks it has. */
  readonly total: number;
  /** Checks that run, by id, with their titles. */
  readonly running: ReadonlyMap<string, string>;
  /** How far one of them is; missing when none has said. */
  readonly told?: { readonly id: string; readonly text: string };
  /** Checks that have ended, in that order. */
  readonly finished: readonly Check[];
  /** Milliseconds it took; missing while it runs. */
  readonly ms?: number;
  /** How it ended; missing while it runs. */
  readonly state?: CheckState;
}

/** What the view knows: the tiers so far, in order. */
export type Progress = readonly TierProgress[];

/** Takes in one event; pure. */
export function advance(progress: Progress, event: ProgressEvent): Progress {
  switch (event.event) {
    case "tier_started": {
      const { tier, name, title, checks: total } = event;
      const fresh = { tier, name, title, total };
      return [...progress, { ...fresh, running: new Map(), finished: [] }];
    }
    case "check_started":
      return change(progress, event.tier, (tier) => ({
        ...tier,
        running: new Map([...tier.running, [event.id, event.title]]),
      }));
    case "check_progress":
      return change(progress, event.tier, (tier) => ({
        ...tier,
        told: { id: event.id, text: event.text },
      }));
    case "check_finished":
      return change(progress, event.check.tier, (tier) => ({
        ...tier,
        running: new Map(
          [...tier.running].filter(([id]) => id !== event.check.id),
        ),
        finished: [...tier.finished, event.check],
      }));
    case "tier_finished": {
      const { tier, ms, state } = event.result;
      return change(progress, tier, (before) => ({ ...before, ms, state }));
    }
    case "reused":
    case "taken_back":
    case "finished":
      return progress;
  }
}

/** Renders the whole progress as lines of at most `columns` characters; pure. */
export function renderProgress(
  progress: Progress,
  options: { readonly frame?: number; readonly columns?: number } = {},
): string[] {
  const { frame = 0, columns = 80 } = options;
  return progress.flatMap((tier) => tierLines(tier, frame))
    .map((line) => shorten(line, columns));
}

/** Options of a {@link ProgressView}. */
export interface ProgressViewOptions {
  /** Takes what is to be shown. */
  readonly write: (text: string) => void;
  /** Whether it goes to a terminal that can be redrawn. */
  readonly isTerminal: boolean;
  /** The terminal's width. @default 80 */
  readonly columns?: number;
}

/** Shows events; disposing of it stops the redrawing and leaves the last picture. */
export class ProgressView implements Disposable {
  readonly #options: ProgressViewOptions;
  readonly #lines: RedrawnLines;
  #progress: Progress = [];
  #frame = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Draws nothing yet. */
  constructor(options: ProgressViewOptions) {
    this.#options = options;
    this.#lines = new RedrawnLines(options.write);
  }

  /** Takes an event; give it to `verifySystem` as `onProgress`. */
  readonly show = (event: ProgressEvent): void => {
    this.#progress = advance(this.#progress, event);
    // No part of the picture: it is told once, before there is one.
    if (event.event === "taken_back") {
      this.#options.write(takenBackText(event));
      return;
    }
    if (!this.#options.isTerminal) {
      this.#options.write(plainLine(event));
      return;
    }
    if (this.#timer === undefined) {
      this.#timer = setInterval(() => this.#draw(), FRAME_MS);
      // A picture must not keep the program alive.
      Deno.unrefTimer(Number(this.#timer));
    }
    // What ends is shown at once; between ends, the timer redraws.
    if (event.event !== "check_started") this.#draw();
    if (event.event === "finished") this[Symbol.dispose]();
  };

  /** Stops the redrawing. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #draw(): void {
    const { columns } = this.#options;
    this.#lines.draw(
      renderProgress(this.#progress, { frame: this.#frame++, columns }),
    );
  }
}

/** Says one event in a line for a log; empty for what a log need not hold. */
export function plainLine(event: ProgressEvent): string {
  switch (event.event) {
    case "tier_started":
      return `${headOf(event)}: ${event.title}\n`;
    case "check_finished":
      return checkLines(event.check).map((line) => `${line}\n`).join("");
    case "reused":
      return `nothing has changed since ${event.startedAt}: nothing is run again\n`;
    case "taken_back":
      return takenBackText(event);
    case "finished":
      return `${event.status.replace("_", " ")} after ${seconds(event.ms)}\n`;
    default:
      return "";
  }
}

function headOf(
  { tier, name }: { readonly tier: Stage; readonly name: string },
): string {
  return typeof tier === "number" ? `tier ${tier} ${name}` : `deep ${name}`;
}

function change(
  progress: Progress,
  number: Stage,
  by: (tier: TierProgress) => TierProgress,
): Progress {
  return progress.map((tier) => tier.tier === number ? by(tier) : tier);
}

function tierLines(tier: TierProgress, frame: number): string[] {
  const { finished, running, total } = tier;
  const done = `${finished.length}/${total}`;
  const failed = finished.filter(({ state }) => state === "failed");
  const mark = tier.state
    ? MARKS[tier.state]
    : SPINNER[frame % SPINNER.length] ?? "";
  const time = tier.ms === undefined ? "" : seconds(tier.ms);
  const [now] = [...running].map(([id, title]) =>
    tier.told?.id === id ? `${title}: ${tier.told.text}` : title
  );
  const number = typeof tier.tier === "number" ? tier.tier : "+";
  return [
    `${mark} ${number} ${tier.name.padEnd(12)} ${done.padStart(5)} ${
      time.padStart(7)
    }  ${tier.title}`,
    ...failed.flatMap(checkLines),
    ...(now !== undefined && tier.state === undefined ? [`      ${now}`] : []),
  ];
}

function checkLines(check: Check): string[] {
  const { state, id, title, note, ms, findings } = check;
  const time = ms > 0 ? ` ${seconds(ms)}` : "";
  return [
    `  ${MARKS[state]} ${id}: ${title}${note ? ` (${note})` : ""}${time}`,
    ...findings.slice(0, MOST_FINDINGS).map(({ code, place, cause }) =>
      `      ${code} ${place}: ${cause.replace(/\s+/g, " ")}`
    ),
    ...(findings.length > MOST_FINDINGS
      ? [`      and ${findings.length - MOST_FINDINGS} more`]
      : []),
  ];
}

function shorten(line: string, columns: number): string {
  const characters = [...line];
  return characters.length < columns
    ? line
    : `${characters.slice(0, columns - 2).join("")}…`;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const MARKS: Readonly<Record<CheckState, string>> = {
  passed: "✓",
  failed: "✗",
  not_applicable: "·",
  not_run: "-",
};

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

const FRAME_MS = 100;

/** Findings of one check shown while it runs; the report has them all. */
const MOST_FINDINGS = 5;
