import { assert, assertEquals } from "@std/assert";
import { generateFiles } from "../generator/generate.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import { prepareBlueprint } from "../generator/prepare.ts";
import { type RunningSystem, runSystem } from "../validation/run_system.ts";

/** A server on this machine, by a name that is not among what every system may reach. */
interface Host extends AsyncDisposable {
  readonly origin: string;
  readonly asked: string[];
}

function startHost(answer: (url: URL) => Response): Host {
  const asked: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    ({ url }) => {
      asked.push(new URL(url).pathname);
      return answer(new URL(url));
    },
  );
  return {
    origin: `http://localhost:${server.addr.port}`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Endpoints that fetch what they list, what a client names, and past what they are given. */
function blueprintFor(origin: string): string {
  return `
schema: autocoder/v1
system: price_desk
store: { engine: memory }
entities: { article: { fields: { title: { type: string } } } }
endpoints:
  conversion:
    path: /conversions/{currency}
    answer: { rate: { type: number, required: true } }
    fetches: ${origin}
    run: |
      const response = await fetch(\`${origin}/rates/\${params.currency}\`);
      const { rate } = await response.json();
      return { rate };
  named:
    path: /named
    query: { url: { type: url, required: true } }
    answer: { status: { type: integer, required: true } }
    fetches: ${origin}
    run: |
      const { status } = await fetch(query.url);
      return { status };
  ambient:
    path: /ambient
    query: { url: { type: url, required: true } }
    answer: { found: { type: string, required: true } }
    run: |
      try {
        const response = await globalThis.fetch(query.url);
        await response.body?.cancel();
        return { found: String(response.status) };
      } catch (error) {
        return { found: String(error) };
      }
`;
}

/** The system in a folder of its own, started as its owner starts it. */
async function startSystem(
  origin: string,
): Promise<RunningSystem & { readonly folder: string }> {
  await using held = new AsyncDisposableStack();
  const parent = await Deno.makeTempDir({ prefix: "autocoder-fetching-" });
  held.defer(() => Deno.remove(parent, { recursive: true }));
  const folder = `${parent}/system`;
  const text = blueprintFor(origin);
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, text);
  await writeSystem(folder, files);
  const running = await runSystem(folder, Deno.execPath(), {
    env: { PORT: "0", HOST: "127.0.0.1" },
  });
  held.use(running);
  const own = held.move();
  return {
    ...running,
    folder,
    get output() {
      return running.output;
    },
    [Symbol.asyncDispose]: () => own.disposeAsync(),
  };
}

async function get(url: string): Promise<{
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}> {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

Deno.test("a system fetches from the host that it lists, under its own permissions, and from no other", async (t) => {
  await using other = startHost(() => new Response("reached"));
  const rates = startHost(({ pathname }) =>
    pathname === "/away"
      ? Response.redirect(`${other.origin}/secret`)
      : Response.json({ rate: 1.125 })
  );
  await using system = await startSystem(rates.origin);
  const { url } = system;
  const asking = (path: string, named: string) =>
    get(`${url}${path}?url=${encodeURIComponent(named)}`);

  await t.step("its start task lists exactly this host", async () => {
    const config = await Deno.readTextFile(`${system.folder}/deno.json`);
    const { tasks } = JSON.parse(config);
    const [, hosts] = /--allow-net=(\S+)/.exec(tasks.start) ?? [];
    const listed = rates.origin.replace("http://", "");
    assertEquals(hosts, `0.0.0.0,127.0.0.1,${listed}`);
    assert(!tasks.test.includes(listed), tasks.test);
  });
  await t.step("the listed host is reached", async () => {
    assertEquals(await get(`${url}/conversions/USD`), {
      status: 200,
      body: { rate: 1.125 },
    });
    assertEquals(rates.asked, ["/rates/USD"]);
  });
  await t.step(
    "what it is given reaches no other, though permissions would let it",
    async () => {
      const open = other.origin.replace("localhost", "127.0.0.1");
      assertEquals((await asking("/named", open)).status, 500);
      assert(
        system.output.stdout.includes(`found the origin \\"${open}\\"`),
        system.output.stdout,
      );
    },
  );
  await t.step("no redirect leads it elsewhere", async () => {
    assertEquals((await asking("/named", `${rates.origin}/away`)).status, 502);
  });
  await t.step("permissions let nothing past what it is given", async () => {
    const { body } = await asking("/ambient", other.origin);
    const host = other.origin.replace("http://", "");
    assertEquals(
      String(body.found).startsWith(
        `NotCapable: Requires net access to "${host}"`,
      ),
      true,
      String(body.found),
    );
    assertEquals((await asking("/ambient", rates.origin)).body, {
      found: "200",
    });
  });
  await t.step("nobody has reached the other host", () => {
    assertEquals(other.asked, []);
  });
  await t.step(
    "a host that is gone is a 502, of which only the log tells more",
    async () => {
      await rates[Symbol.asyncDispose]();
      const { status, body } = await get(`${url}/conversions/USD`);
      assertEquals([status, body.title], [502, "Bad Gateway"]);
      assert(!JSON.stringify(body).includes("localhost"), JSON.stringify(body));
      const line = system.output.stdout.split("\n").findLast((line) =>
        line.includes('"fetch_failed"')
      );
      const { level, endpoint, origin, why } = JSON.parse(line ?? "{}");
      assertEquals(
        [level, endpoint, origin],
        ["warn", "conversion", rates.origin],
      );
      assert(String(why).startsWith("cannot connect: "), why);
    },
  );
});
