import { assertEquals, assertRejects } from "@std/assert";
import {
  ComponentUnavailable,
  HarnessComponent,
  type PortSpec,
  RequestFailed,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { crashable } from "./crashable.ts";
import { SUPERVISION } from "./supervision.ts";

class Echo extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    in: { direction: "in" },
  };
  override process(): Promise<void> {
    return this.serve({ in: (text: string) => text });
  }
}

class Asker extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    out: { direction: "out" },
  };
  override process(): Promise<void> {
    return new Promise((resolve) => this.signal.onabort = () => resolve());
  }
  ask(text: string): Promise<string> {
    return this.request<string>("out", text);
  }
}

function echoSystem() {
  const asker = new Asker("asker", undefined);
  const echo = new Echo("echo", undefined);
  const harness = new SystemExecutionHarness(SUPERVISION)
    .registerComponent(asker).registerComponent(echo)
    .connect("asker.out", "echo.in", { type: "request_reply" });
  return { asker, echo, harness };
}

Deno.test("SUPERVISION refuses requests to a component that is down, and starts it again, time and again", async () => {
  const { asker, echo, harness } = echoSystem();
  const life = crashable(echo);
  await using _stop = harness;
  await harness.start();
  for (let crashes = 1; crashes <= 2; crashes++) {
    assertEquals(await asker.ask("a"), "a");
    await life.crash();
    assertEquals(harness.health().ready, false);
    const error = await assertRejects(() => asker.ask("b"), RequestFailed);
    assertEquals(error.cause instanceof ComponentUnavailable, true);
    await life.recover();
    assertEquals(echo.metrics.restarts, crashes);
    assertEquals(harness.health().ready, true);
  }
  assertEquals(await asker.ask("c"), "c");
});

Deno.test("SUPERVISION starts a component again that has ended without a failure", async () => {
  const { asker, echo, harness } = echoSystem();
  const lives: PromiseWithResolvers<void>[] = [];
  const reborn = Promise.withResolvers<void>();
  const { process } = echo;
  echo.process = () => {
    lives.push(Promise.withResolvers());
    if (lives.length === 2) reborn.resolve();
    return Promise.race([process.call(echo), lives.at(-1)!.promise]);
  };
  await using _stop = harness;
  await harness.start();
  lives[0]!.resolve();
  await reborn.promise;
  assertEquals(await asker.ask("a"), "a");
});
