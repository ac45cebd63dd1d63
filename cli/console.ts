/**
 * Where the program writes: results to stdout, talk to stderr.
 *
 * @module
 */

/** The one object that commands write to. */
export interface Console {
  /** Writes a result. */
  out(text: string): void;
  /** Writes talk: progress, diagnostics, hints. */
  err(text: string): void;
  /** Whether stderr is a terminal: colour and redrawn progress are welcome. */
  readonly isTerminal: boolean;
  /** How many characters fit a line of that terminal now; undefined where nobody knows. */
  readonly columns?: number | undefined;
  /** Asks whoever sits there; undefined when nobody does. */
  confirm(question: string): boolean | undefined;
}

/** Writes to the process's own streams. */
export const processConsole: Console = {
  out: (text) => writeAll(Deno.stdout, text),
  err: (text) => writeAll(Deno.stderr, text),
  isTerminal: Deno.stderr.isTerminal() && !Deno.env.get("NO_COLOR") &&
    !Deno.env.get("CI"),
  get columns() {
    return terminalColumns();
  },
  confirm: (question) =>
    Deno.stdin.isTerminal() ? confirm(question) : undefined,
};

function terminalColumns(): number | undefined {
  try {
    const { columns } = Deno.consoleSize();
    // Some terminals know no size of their own, and say 0.
    return columns > 0 ? columns : undefined;
  } catch {
    return undefined;
  }
}

function writeAll(
  stream: { writeSync(bytes: Uint8Array): number },
  text: string,
): void {
  const bytes = new TextEncoder().encode(text);
  let written = 0;
  try {
    while (written < bytes.length) {
      written += stream.writeSync(bytes.subarray(written));
    }
  } catch (error) {
    // The reader has left (`autocoder plan … | head`): there is nobody to tell.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
