import { assertEquals } from "@std/assert";
import { jointHealth } from "./joint_health.ts";
import type { Health } from "./system_routes.ts";

const WELL: Health = {
  status: "ok",
  live: true,
  ready: true,
  components: [{ name: "a", state: "running" }],
};

Deno.test("jointHealth() is ready while all are", () => {
  assertEquals(jointHealth([WELL, WELL]), WELL);
});

Deno.test("jointHealth() tells the worst, wherever it is", () => {
  const restarting: Health = {
    ...WELL,
    status: "restarting",
    ready: false,
    components: [{ name: "a", state: "error" }],
  };
  const stuck: Health = { ...restarting, status: "stuck", live: false };
  assertEquals(jointHealth([WELL, restarting]), restarting);
  assertEquals(jointHealth([restarting, WELL]), restarting);
  assertEquals(jointHealth([WELL, restarting, stuck]), stuck);
});

Deno.test("jointHealth() of nobody is not ready", () => {
  assertEquals(jointHealth([]).ready, false);
});
