import { assertEquals } from "@std/assert";
import { LOCKED_PACKAGES } from "../../templates/locked_packages.ts";
import { denoLock } from "./project_files.ts";

for (const engine of ["sqlite", "postgres"] as const) {
  Deno.test(`denoLock() is what Deno writes for the same imports (${engine})`, async () => {
    const folder = await Deno.makeTempDir();
    try {
      const imports = Object.fromEntries(
        Object.entries({
          ...LOCKED_PACKAGES.direct,
          ...(engine === "postgres"
            ? { postgres: LOCKED_PACKAGES.postgres }
            : {}),
        }).map(([alias, specifier]) => [alias, `npm:${specifier}`]),
      );
      await Deno.writeTextFile(
        `${folder}/deno.json`,
        JSON.stringify({ imports }),
      );
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["install"],
        cwd: folder,
      }).output();
      assertEquals(success, true, new TextDecoder().decode(stderr));
      const written = JSON.parse(
        await Deno.readTextFile(`${folder}/deno.lock`),
      );
      const ours = JSON.parse(denoLock({ engine }));
      // What older versions add by themselves stands in ours for them.
      for (const specifier of Object.keys(LOCKED_PACKAGES.implied)) {
        delete ours.specifiers[specifier];
      }
      delete ours.npm["@types/node@22.15.15"];
      delete ours.npm["undici-types@6.21.0"];
      assertEquals(ours, written);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test("the table pins what our own tests use", async () => {
  const config = JSON.parse(
    await Deno.readTextFile(new URL("../../deno.json", import.meta.url)),
  );
  for (const [alias, specifier] of Object.entries(LOCKED_PACKAGES.direct)) {
    assertEquals(config.imports[alias], `npm:${specifier}`);
  }
  assertEquals(config.imports.postgres, `npm:${LOCKED_PACKAGES.postgres}`);
});
