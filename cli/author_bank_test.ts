import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { openBank } from "./author_bank.ts";
import { CommandFailure } from "./exit_code.ts";

Deno.test("openBank() adds to no bank without its folder, or without a verification", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const bank = join(parent, "bank");
    await assertRejects(
      () => openBank({ addToBank: true }),
      CommandFailure,
      "wanted --bank DIR",
    );
    await assertRejects(
      () => openBank({ bank, addToBank: true, verify: false }),
      CommandFailure,
      "--no-verify",
    );
    assertEquals(await Array.fromAsync(Deno.readDir(parent)), []);
    await openBank({ bank, addToBank: true });
    assertEquals((await Deno.stat(bank)).isDirectory, true);
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});
