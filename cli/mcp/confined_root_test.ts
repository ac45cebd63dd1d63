import { assertEquals, assertRejects } from "@std/assert";
import { CommandFailure } from "../exit_code.ts";
import { ConfinedRoot } from "./confined_root.ts";

/** A root with a folder beside it, which nothing may reach. */
async function inRoot(
  test: (root: ConfinedRoot, outside: string) => Promise<void>,
): Promise<void> {
  const dir = await Deno.realPath(await Deno.makeTempDir());
  try {
    await Deno.mkdir(`${dir}/root/inner/deep`, { recursive: true });
    await Deno.mkdir(`${dir}/root-beside`);
    await Deno.writeTextFile(`${dir}/root/file.yaml`, "");
    await Deno.writeTextFile(`${dir}/root-beside/secret.yaml`, "");
    await test(await ConfinedRoot.open(`${dir}/root`), `${dir}/root-beside`);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("ConfinedRoot.resolve() gives what is in the root, there or not yet", async () => {
  await inRoot(async (root) => {
    for (
      const [path, real] of [
        ["file.yaml", "file.yaml"],
        ["./inner//deep/", "inner/deep"],
        ["new/of/it", "new/of/it"],
        ["inner/..hidden", "inner/..hidden"],
      ] as const
    ) {
      assertEquals(await root.resolve(path), `${root.dir}/${real}`);
      assertEquals(root.relative(`${root.dir}/${real}`), real);
    }
    assertEquals(await root.resolve("."), root.dir);
    assertEquals(root.relative(root.dir), ".");
  });
});

Deno.test("ConfinedRoot.resolve() refuses every path that is not relative and inside", async () => {
  await inRoot(async (root, outside) => {
    for (
      const [path, found] of [
        ["", "nothing"],
        ["  ", "nothing"],
        ["..", '".."'],
        ["../root-beside/secret.yaml", '".."'],
        ["inner/../../root-beside", '".."'],
        ["inner/../file.yaml", '".."'],
        [outside, "an absolute path"],
        [`${root.dir}/file.yaml`, "an absolute path"],
        ["/etc/passwd", "an absolute path"],
        ["C:/windows", "an absolute path"],
        ["..\\root-beside", "a backslash"],
        ["~/notes", "a home folder"],
        ["~root", "a home folder"],
        ["a\0b", "a control character"],
        ["a\nb", "a control character"],
      ] as const
    ) {
      await assertRejects(
        () => root.resolve(path),
        CommandFailure,
        `: found ${found}, wanted`,
      );
    }
  });
});

Deno.test("ConfinedRoot.resolve() follows links inside the root, and refuses those that lead out or nowhere", async () => {
  await inRoot(async (root, outside) => {
    await Deno.symlink(outside, `${root.dir}/out`);
    await Deno.symlink("../root-beside", `${root.dir}/out-relative`);
    await Deno.symlink(`${outside}/secret.yaml`, `${root.dir}/out.yaml`);
    await Deno.symlink("not-there", `${root.dir}/nowhere`);
    await Deno.symlink("circle", `${root.dir}/circle`);
    await Deno.symlink("out", `${root.dir}/twice`);
    await Deno.symlink(`${root.dir}/..`, `${root.dir}/inner/up`);
    await Deno.symlink("inner", `${root.dir}/alias`);
    for (
      const path of [
        "out",
        "out/secret.yaml",
        "out/new",
        "out-relative/secret.yaml",
        "out.yaml",
        "nowhere",
        "nowhere/new",
        "circle",
        "twice/secret.yaml",
        "inner/up/root-beside",
        "alias/up",
      ]
    ) {
      await assertRejects(
        () => root.resolve(path),
        CommandFailure,
        `${JSON.stringify(path)}: found a link out of the root`,
      );
    }
    assertEquals(await root.resolve("alias/deep"), `${root.dir}/inner/deep`);
  });
});

Deno.test("ConfinedRoot.refuseLinksIn() finds a link out of the root at any depth, and leaves data alone", async () => {
  await inRoot(async (root, outside) => {
    await root.refuseLinksIn(`${root.dir}/not-there`);
    await Deno.symlink("deep", `${root.dir}/inner/within`);
    await Deno.mkdir(`${root.dir}/inner/data`);
    await Deno.symlink(outside, `${root.dir}/inner/data/elsewhere`);
    await root.refuseLinksIn(`${root.dir}/inner`);
    const link = `${root.dir}/inner/deep/evidence`;
    for (const target of [outside, "not-there", "../../../root-beside"]) {
      await Deno.symlink(target, link);
      await assertRejects(
        () => root.refuseLinksIn(`${root.dir}/inner`),
        CommandFailure,
        'Cannot use the path "inner/deep/evidence": found a link out of the root',
      );
      await Deno.remove(link);
    }
  });
});

Deno.test("ConfinedRoot.open() wants a folder, and takes a link to one for what it leads to", async () => {
  await inRoot(async (root, outside) => {
    await Deno.symlink(root.dir, `${outside}/link`);
    assertEquals((await ConfinedRoot.open(`${outside}/link`)).dir, root.dir);
    await assertRejects(
      () => ConfinedRoot.open(`${root.dir}/file.yaml`),
      CommandFailure,
      "found a file, wanted a folder",
    );
    await assertRejects(
      () => ConfinedRoot.open(`${root.dir}/not-there`),
      CommandFailure,
      "found nothing there, wanted a folder",
    );
  });
});
