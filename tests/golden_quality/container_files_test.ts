import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { goldenCases } from "../golden.ts";

const hasHadolint = await new Deno.Command("hadolint", {
  args: ["--version"],
  stdout: "null",
}).output().then(({ success }) => success, () => false);

Deno.test({
  name:
    "hadolint is content with the container file of every golden system (skipped where it is not installed)",
  ignore: !hasHadolint,
  fn: async () => {
    const files = (await goldenCases()).map(({ folder }) =>
      fileURLToPath(new URL("expected/deploy/Dockerfile", folder))
    );
    const { code, stdout } = await new Deno.Command("hadolint", {
      args: files,
    }).output();
    assertEquals(new TextDecoder().decode(stdout), "");
    assertEquals(code, 0);
  },
});
