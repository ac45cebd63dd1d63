/**
 * A process of its own for the tests of the file of dead letters: `fail` makes letters until it is killed
 * and prints how many are saved; `redrive` handles what it finds and prints it.
 *
 * @module
 */
import { DeadLetterFile } from "./dead_letter_file.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, server } from "./test_doubles.ts";

if (import.meta.main) {
  const [mode, path = ""] = Deno.args;
  await (mode === "fail" ? fail(path) : sendAgain(path));
}

async function fail(path: string): Promise<void> {
  const deadLetters = await DeadLetterFile.open(path, { limit: 1_000_000 });
  const asker = client("asker");
  const harness = systemOf(asker, deadLetters, ({ n }) => {
    throw new RangeError(`no luck with ${n}`, { cause: n });
  });
  await harness.start();
  // Goes on while letters are written, so that it is killed in the middle of it.
  const feed = async () => {
    for (let n = 1;; n++) {
      await asker.emit("out", { n, at: new Date(n), big: BigInt(n) });
      if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  void feed();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { total } = deadLetters;
    await deadLetters.flush();
    await print(`${total}\n`);
  }
}

async function sendAgain(path: string): Promise<void> {
  const deadLetters = await DeadLetterFile.open(path, { limit: 1_000_000 });
  const found = deadLetters.letters.map(({ cause, attempt }) => {
    const { name, message } = cause as Error; // what fail() throws
    return `${name} ${message} ${attempt}`;
  });
  const handled: string[] = [];
  const harness = systemOf(client("asker"), deadLetters, ({ n, at, big }) => {
    handled.push(`${n} ${at.toISOString()} ${big + 1n}`);
  });
  await harness.start();
  const { accepted, refused } = await harness.redrive();
  const { ledger } = await harness.stop();
  await print(JSON.stringify({
    found,
    handled,
    accepted,
    refused: refused.length,
    balanced: ledger.balanced,
    tornBytes: deadLetters.tornBytes,
  }));
}

interface Order {
  readonly n: number;
  readonly at: Date;
  readonly big: bigint;
}

function systemOf(
  asker: ReturnType<typeof client>,
  deadLetters: DeadLetterFile,
  handle: (order: Order) => void,
): SystemExecutionHarness {
  return new SystemExecutionHarness({ deadLetters })
    .registerComponent(asker)
    .registerComponent(server("worker", handle))
    .connect("asker.out", "worker.in");
}

async function print(text: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(text));
}
