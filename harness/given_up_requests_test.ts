import { HarnessComponent, SystemExecutionHarness } from "./mod.ts";
import { VirtualClock } from "./virtual_clock.ts";
import { assertEquals } from "@std/assert";

for (const how of ["lanes", "retries"] as const) {
  Deno.test(`a request that was given up while it waits in ${how} is not handled`, async () => {
    const clock = new VirtualClock();
    const begun: string[] = [];
    class Server extends HarnessComponent {
      override readonly ports = { in: { direction: "in" } } as const;
      override process() {
        return how === "lanes"
          ? this.serve({
            in: async (id: string) => {
              begun.push(id);
              await this.sleep(1000);
            },
          }, { key: () => 1 })
          : this.serve({
            in: (id: string) => {
              begun.push(id);
              throw new Error("busy");
            },
          }, { retry: { attempts: 5, firstMs: 1000, jitter: 0, factor: 1 } });
      }
    }
    class Client extends HarnessComponent {
      override readonly ports = { out: { direction: "out" } } as const;
      override async process() {
        const first = this.request("out", "pay 1", {
          timeoutMs: how === "lanes" ? 5000 : 200,
        }).catch(() => {});
        if (how === "lanes") {
          await this.request("out", "pay 2", { timeoutMs: 200 }).catch(
            () => {},
          );
        }
        await first;
        await this.stopped();
      }
    }
    const harness = new SystemExecutionHarness({ clock }).registerComponent(
      new Client("client"),
    ).registerComponent(new Server("server"))
      .connect("client.out", "server.in", { type: "request_reply" });
    await harness.start();
    await clock.advance(9_000);
    const stopped = harness.stop();
    await clock.advance(20_000);
    await stopped;
    assertEquals(begun, ["pay 1"]); // "a handler that has not begun will skip the request"
  });
}
