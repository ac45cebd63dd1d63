/** What an example prints, and what it finds wrong with itself. */
export class Transcript {
  #checks = 0;
  readonly #wrong: string[] = [];

  /** Prints one line. */
  say(text: string): void {
    Deno.stdout.writeSync(ENCODER.encode(`${text}\n`));
  }

  /** Prints the heading of a part. */
  part(title: string): void {
    this.say(`\n── ${title}`);
  }

  /** Notes whether something is as it should be; the example goes on either way. */
  check(what: string, holds: boolean): void {
    this.#checks++;
    if (!holds) this.#wrong.push(what);
    this.say(`${holds ? "ok  " : "FAIL"} ${what}`);
  }

  /** Notes whether something has the value that it should have. */
  equal(what: string, found: unknown, wanted: unknown): void {
    const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
    const holds = left === right;
    const told = holds ? left : `found ${left}, wanted ${right}`;
    this.check(`${what}: ${told}`, holds);
  }

  /** Sums up; the process exits with 1 when something was wrong. */
  end(): void {
    const failed = this.#wrong.length;
    if (failed > 0) Deno.exitCode = 1;
    this.say(
      `\n${this.#checks - failed} of ${this.#checks} checks hold${
        this.#wrong.map((what) => `\n  not: ${what}`).join("")
      }`,
    );
  }
}

const ENCODER = new TextEncoder();
