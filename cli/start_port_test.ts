import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import type { Console } from "./console.ts";
import { CommandFailure } from "./exit_code.ts";
import { startPort } from "./start_port.ts";

Deno.test("startPort() takes the system's own port where it is free", () => {
  const listener = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const { port } = listener.addr;
  listener.close();
  assertEquals(startPort(port, {}, consoleOf().console), port);
});

Deno.test("startPort() takes the next free port where mending is wanted, and shows it", () => {
  using listener = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const { port } = listener.addr;
  const { console, told } = consoleOf();
  const other = startPort(port, { heal: true }, console);
  assert(other > port && other <= port + 100);
  assertStringIncludes(told.join(""), `-PORT=${port}\n+PORT=${other}\n`);
  const yes = consoleOf(true);
  assert(startPort(port, { heal: "ask" }, yes.console) > port);
});

Deno.test("startPort() refuses a port in use where nothing is mended, or nobody agrees", () => {
  using listener = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const { port } = listener.addr;
  for (
    const [heal, answer] of [[false, true], ["ask", false], [
      "ask",
      undefined,
    ]] as const
  ) {
    assertThrows(
      () => startPort(port, { heal }, consoleOf(answer).console),
      CommandFailure,
    );
  }
});

function consoleOf(answer?: boolean) {
  const told: string[] = [];
  const console: Console = {
    out: (text) => void told.push(text),
    err: (text) => void told.push(text),
    isTerminal: false,
    confirm: () => answer,
  };
  return { console, told };
}
