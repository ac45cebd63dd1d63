/**
 * A PostgreSQL server for tests: the one that `TEST_DATABASE_URL` names, or one of our own for as long as they run.
 *
 * @module
 */

/** A server for tests. Disposing of it stops it and removes its data, if it is our own. */
export interface PostgresServer extends AsyncDisposable {
  /** A database on it that tests may use as they like, with a user who may make databases and schemas. */
  readonly url: string;
}

/** Why there is no server for tests. */
export interface NoPostgres {
  /** The reason, with what to do about it. */
  readonly missing: string;
}

/** What it takes to start a server. */
export interface PostgresPrograms {
  /** The folder of initdb and postgres. */
  readonly programs: string;
  /** The words before them that make them run as a user they accept. */
  readonly run: readonly string[];
}

/**
 * Finds or starts a server. Our own has its data in a temporary folder, listens on a free port of the loopback
 * address, and is not durable. PostgreSQL refuses to run as root: for root it runs as the user `postgres`.
 */
export async function startPostgresServer(): Promise<
  PostgresServer | NoPostgres
> {
  const url = Deno.env.get("TEST_DATABASE_URL");
  if (url) return { url, [Symbol.asyncDispose]: () => Promise.resolve() };
  const found = await findPostgres();
  if ("missing" in found) return found;
  const { programs, run } = found;
  const folder = await output([...run, "mktemp", "-d"]);
  try {
    await output([...run, `${programs}/initdb`, ...initdb(folder)]);
    return await serve([...run, `${programs}/postgres`], folder);
  } catch (error) {
    await output(["rm", "-rf", folder]);
    throw error;
  }
}

/** Looks for the programs without starting any server. */
export async function findPostgres(): Promise<
  PostgresPrograms | NoPostgres
> {
  const programs = await findPrograms();
  if (typeof programs !== "string") return programs;
  const run = await asWhom();
  return "missing" in run ? run : { programs, run: run.prefix };
}

/** Debian keeps initdb out of the PATH, in a folder that pg_config knows. */
async function findPrograms(): Promise<string | NoPostgres> {
  const candidates = [
    await output(["pg_config", "--bindir"]).catch(() => undefined),
    ...await debianFolders(),
  ];
  for (const folder of candidates) {
    if (folder === undefined) continue;
    const works = await output([`${folder}/initdb`, "--version"])
      .then(() => true, () => false);
    if (works) return folder;
  }
  return {
    missing:
      "PostgreSQL is not installed here: install it (apt-get install postgresql), or set TEST_DATABASE_URL",
  };
}

async function debianFolders(): Promise<string[]> {
  const versions = await output(["ls", DEBIAN]).catch(() => "");
  return versions.split("\n").filter((version) => version !== "")
    .map((version) => `${DEBIAN}/${version}/bin`).reverse();
}

async function asWhom(): Promise<
  { readonly prefix: readonly string[] } | NoPostgres
> {
  if (await output(["id", "-u"]) !== "0") return { prefix: [] };
  const prefix = [
    "setpriv",
    "--reuid=postgres",
    "--regid=postgres",
    "--clear-groups",
  ];
  const works = await output([...prefix, "true"])
    .then(() => true, () => false);
  return works ? { prefix } : {
    missing:
      'PostgreSQL does not run as root, and there is no user "postgres" or no setpriv: run as another user, or set TEST_DATABASE_URL',
  };
}

function initdb(folder: string): string[] {
  return [
    `--pgdata=${folder}/data`,
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
}

async function serve(
  command: readonly string[],
  folder: string,
): Promise<PostgresServer> {
  const port = freePort();
  const child = spawn([
    ...command,
    "-D",
    `${folder}/data`,
    ...[
      `port=${port}`,
      "listen_addresses=127.0.0.1",
      `unix_socket_directories=${folder}`,
      "fsync=off",
      "max_connections=200",
      "lc_messages=C",
    ].flatMap((setting) => ["-c", setting]),
  ]);
  const { ready, ended } = listen(child.stderr);
  const stop = async () => {
    try {
      child.kill("SIGINT"); // fast: it does not wait for connections
    } catch {
      // It has ended by itself.
    }
    await child.status;
    await ended;
    await output(["rm", "-rf", folder]);
  };
  if (!await ready) {
    await child.status;
    throw new Error(`Cannot start PostgreSQL for tests: ${await ended}`);
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    [Symbol.asyncDispose]: stop,
  };
}

/** Reads what the server says: whether it became ready, and the last of it when it ends. */
function listen(
  stderr: ReadableStream<Uint8Array>,
): { readonly ready: Promise<boolean>; readonly ended: Promise<string> } {
  const ready = Promise.withResolvers<boolean>();
  const read = async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of stderr) {
      text = (text + decoder.decode(chunk, { stream: true })).slice(-4000);
      if (text.includes("ready to accept connections")) ready.resolve(true);
    }
    ready.resolve(false);
    return text;
  };
  return { ready: ready.promise, ended: read() };
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function output(
  [program = "", ...args]: readonly string[],
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: "/", // a folder that every user may enter
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout).trim();
  throw new Error(
    `Cannot run "${program}": ${decoder.decode(stderr).trim()}`,
  );
}

function spawn([program = "", ...args]: readonly string[]): Deno.ChildProcess {
  return new Deno.Command(program, {
    args,
    cwd: "/",
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

const DEBIAN = "/usr/lib/postgresql";
