import { assertEquals } from "@std/assert";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import {
  findPostgres,
  type PostgresPrograms,
} from "../../templates/kit/postgres_server.ts";
import { runSystem } from "../../validation/run_system.ts";

const found = await findPostgres();
const missing = "missing" in found ? found.missing : undefined;

Deno.test({
  name: missing === undefined
    ? "a system goes on by itself when its database comes back: it says 503 meanwhile, and loses nothing"
    : `a system and its database: skipped, ${missing}`,
  ignore: missing !== undefined,
  fn: async () => {
    if ("missing" in found) return;
    await using held = new AsyncDisposableStack();
    const folder = await Deno.makeTempDir({ prefix: "database_loss_" });
    held.defer(() => Deno.remove(folder, { recursive: true }));
    await generate(`${folder}/ledger`);
    const server = held.use(await PostgresProcess.make(found));
    await server.start();
    const log = new LogLines();
    const system = held.use(
      await runSystem(`${folder}/ledger`, Deno.execPath(), {
        env: {
          PORT: "0",
          HOST: "127.0.0.1",
          LOG_LEVEL: "info",
          DATABASE_URL: server.url,
        },
        onLine: (line) => log.add(line),
      }),
    );
    const ask = (path: string, init?: RequestInit) =>
      answer(`${system.url}${path}`, init);
    const entry = (amount: number) => ({
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ amount }),
    });
    const kept: string[] = [];
    const made = await ask("/entries", entry(1));
    assertEquals(made.status, 201);
    kept.push(made.body.id);

    for (let round = 1; round <= 3; round++) {
      const lost = log.next("database_lost");
      // Connections break in the middle of what they do, as when the server's machine dies.
      await server.stop("SIGQUIT");
      await lost;
      for (const init of [undefined, entry(2)]) {
        const refused = await ask("/entries", init);
        assertEquals([refused.status, refused.retryAfter], [503, "1"]);
      }
      assertEquals((await ask("/health/ready")).status, 503);
      assertEquals((await ask("/health/live")).status, 200);

      const back = log.next("database_back");
      await server.start();
      await back;
      assertEquals((await ask("/health/ready")).status, 200);
      const next = await ask("/entries", entry(round + 2));
      assertEquals(next.status, 201);
      kept.push(next.body.id);
      for (const id of kept) {
        assertEquals((await ask(`/entries/${id}`)).status, 200);
      }
    }
    const all = await ask("/entries");
    assertEquals(
      all.body.items.map(({ id }: { id: string }) => id),
      kept, // and what was refused did not come to be
    );
    const { code, killed } = await system.stop();
    assertEquals([code, killed], [0, false]);
  },
});

async function generate(folder: string): Promise<void> {
  const text = `system: ledger
store: { engine: postgres }
entities:
  entry:
    fields:
      amount: { type: integer, required: true }
`;
  const { model, diagnostics } = await prepareBlueprint(text, "ledger.yaml");
  if (!model) throw new Error(JSON.stringify(diagnostics));
  await writeSystem(folder, (await generateFiles(model, text)).files);
}

async function answer(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: await response.json(),
  };
}

/** The lines that a system logs. */
class LogLines {
  readonly #waiting = new Map<string, () => void>();

  add(line: string): void {
    const event = /"event":"(\w+)"/.exec(line)?.[1] ?? "";
    this.#waiting.get(event)?.();
    this.#waiting.delete(event);
  }

  /** Resolves when the next line with this event comes. */
  next(event: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(event, resolve));
  }
}

/** A PostgreSQL server that can be stopped and started with its data. */
class PostgresProcess implements AsyncDisposable {
  readonly url: string;
  readonly #command: readonly string[];
  readonly #folder: string;
  #child: Deno.ChildProcess | undefined;
  #drained: Promise<void> | undefined;

  private constructor({ run, programs }: PostgresPrograms, folder: string) {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    this.#folder = folder;
    this.#command = [
      ...run,
      `${programs}/postgres`,
      ...["-D", `${folder}/data`, "-p", `${port}`, "-k", folder],
      ...["-c", "listen_addresses=127.0.0.1"],
    ];
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  }

  static async make(found: PostgresPrograms): Promise<PostgresProcess> {
    const { run, programs } = found;
    const folder = await output([...run, "mktemp", "-d"]);
    await output([
      ...run,
      `${programs}/initdb`,
      ...["-D", `${folder}/data`, "-U", "postgres", "--auth=trust"],
    ]);
    return new PostgresProcess(found, folder);
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const [program = "", ...args] = this.#command;
    const child = new Deno.Command(program, {
      args,
      cwd: "/",
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#child = child;
    const ready = Promise.withResolvers<void>();
    this.#drained = (async () => {
      let text = "";
      const lines = child.stderr.pipeThrough(new TextDecoderStream());
      for await (const chunk of lines) {
        text += chunk;
        if (text.includes("ready to accept connections")) ready.resolve();
      }
      ready.reject(new Error(`The server ended:\n${text}`));
    })();
    await ready.promise;
  }

  async stop(signal: Deno.Signal): Promise<void> {
    this.#child?.kill(signal);
    await this.#child?.status;
    await this.#drained;
    this.#child = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child) await this.stop("SIGINT");
    await output(["rm", "-rf", this.#folder]);
  }
}

async function output(
  [program = "", ...args]: readonly string[],
): Promise<string> {
  const command = new Deno.Command(program, { args, cwd: "/", stdin: "null" });
  const { success, stdout, stderr } = await command.output();
  if (success) return new TextDecoder().decode(stdout).trim();
  throw new Error(`${program}: ${new TextDecoder().decode(stderr)}`);
}
