import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import {
  boundedTime,
  servingArgs,
  type Value,
  withAgent,
} from "./mcp_agent.ts";

const NOTES = `system: notes
store: { engine: memory }
entities:
  note:
    operations: [list, get]
    fields: { title: { type: string } }
`;

Deno.test("an agent generates a system, edits it, is told what is wrong, and verifies what it mended", async () => {
  await withAgent(async ({ value, failure, root }) => {
    const notes: { readonly progress: number; readonly message?: string }[] =
      [];
    const made = await value("generate", {
      blueprint: NOTES,
      out: "services/notes",
    }, { ...LONG, onprogress: (note) => void notes.push(note) });
    assertEquals(made.ok, true, JSON.stringify(made));
    assertEquals([made.system, made.path], ["notes", "services/notes"]);
    const verified = made.verification as Value;
    assertEquals([verified.status, verified.findings], ["verified", []]);
    assertEquals(verified.passed, verified.applicable);
    assertEquals(verified.report, "services/notes/evidence/report.json");
    await Deno.stat(`${root}/${verified.report}`);
    const said = notes.map(({ message }) => message);
    assert(said.some((note) => /^logic: .* checks\)$/.test(note ?? "")));
    assertEquals(said.at(-1), "ended: verified");
    assertEquals(
      notes.map(({ progress }) => progress),
      notes.map((_, index) => index + 1),
    );

    const system = "services/notes";
    const again = await value("verify", { system }, LONG);
    assertEquals([again.ok, again.report], [
      true,
      "services/notes/evidence/report.html",
    ]);
    assertStringIncludes(
      await failure("generate", { blueprint: NOTES, out: system }),
      "wanted an empty or missing folder",
    );

    const main = `${root}/${system}/main.ts`;
    const before = await Deno.readTextFile(main);
    await Deno.writeTextFile(
      main,
      `${before}\nconst slip: number = "text";\nvoid slip;\n`,
    );
    const refused = await value("verify", { system }, LONG);
    assertEquals([refused.ok, refused.status], [false, "failed"]);
    assertEquals(codesOf(refused), ["V103"]);
    const broken = await value("verify", { system, allowEdits: true }, LONG);
    assert(codesOf(broken).includes("V201"), JSON.stringify(broken));
    const explained = await value("explain_finding", { code: "V201", system });
    const [found] = explained.findings as Value[];
    assertEquals((explained.findings as Value[]).length, 1);
    assertStringIncludes(String(found?.place), "main.ts");
    assertStringIncludes(String(found?.cause), "number");
    await Deno.stat(`${root}/${system}/${found?.log}`);
    await Deno.writeTextFile(main, before);
    const mended = await value("verify", { system }, LONG);
    assertEquals([mended.ok, mended.findings], [true, []]);
  });
});

Deno.test("an agent that cancels a verification ends it, and is served on", async () => {
  await withAgent(async ({ value, root }) => {
    const system = "notes";
    await value("generate", { blueprint: NOTES, out: system, verify: false });
    const cancellation = new AbortController();
    await assertRejects(() =>
      value("verify", { system }, {
        ...LONG,
        signal: cancellation.signal,
        onprogress: ({ message }) => {
          if (message?.startsWith("logic: ")) cancellation.abort("enough");
        },
      })
    );
    // Its turn comes when the cancelled one has ended.
    await value("generate", { blueprint: NOTES, out: "next", verify: false });
    assertEquals(await statusOf(`${root}/${system}`), "interrupted");
  });
});

Deno.test("autocoder mcp ends what is at work when its client goes", async () => {
  const root = await Deno.makeTempDir();
  const { signal, clear } = boundedTime();
  try {
    const child = new Deno.Command(Deno.execPath(), {
      args: servingArgs(root),
      signal,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const writer = child.stdin.getWriter();
    const send = async (message: Value) =>
      await writer.write(
        new TextEncoder().encode(
          JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n",
        ),
      );
    await send({
      id: 1,
      method: "initialize",
      params: {
        protocolVersion: "2025-06-18",
        capabilities: {},
        clientInfo: { name: "raw", version: "1" },
      },
    });
    await send({ method: "notifications/initialized" });
    await send({
      id: 2,
      method: "tools/call",
      params: {
        name: "generate",
        arguments: { blueprint: NOTES, out: "notes" },
        _meta: { progressToken: "token" },
      },
    });
    let text = "";
    let isThere = true;
    for await (
      const piece of child.stdout.pipeThrough(new TextDecoderStream())
    ) {
      text += piece;
      // The client goes as soon as it hears of the second tier.
      if (isThere && text.includes('"message":"logic: ')) {
        isThere = false;
        await writer.close();
      }
    }
    for (const line of text.trimEnd().split("\n")) {
      assertEquals(JSON.parse(line).jsonrpc, "2.0");
    }
    assertEquals((await child.status).code, 0);
    assertEquals(await statusOf(`${root}/notes`), "interrupted");
  } finally {
    clear();
    await Deno.remove(root, { recursive: true });
  }
});

/** A verification takes longer than clients wait for other calls; each note resets the time. */
const LONG = {
  timeout: 300_000,
  resetTimeoutOnProgress: true,
};

function codesOf({ findings }: Value): unknown[] {
  return [...new Set((findings as Value[]).map(({ code }) => code))];
}

async function statusOf(dir: string): Promise<unknown> {
  return JSON.parse(await Deno.readTextFile(`${dir}/evidence/report.json`))
    .status;
}
