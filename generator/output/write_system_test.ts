import { assertEquals, assertRejects } from "@std/assert";
import { TargetNotEmpty, writeSystem } from "./write_system.ts";

const FILES = [{ path: "main.ts", text: "1;\n" }, {
  path: "docs/API.md",
  text: "# API\n",
}];

async function inFolder(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

Deno.test("writeSystem() takes every name that a folder can have", async () => {
  await inFolder(async (folder) => {
    for (const name of ["we ird $(x) 'q\" é", "-rf", "a".repeat(250)]) {
      assertEquals(
        await writeSystem(`${folder}/${name}`, FILES),
        `${folder}/${name}`,
      );
      assertEquals(names(`${folder}/${name}`), ["docs", "main.ts"]);
    }
  });
});

Deno.test("writeSystem() writes every file, with the same permissions whatever the umask", async () => {
  await inFolder(async (folder) => {
    const umask = Deno.umask(0o077);
    try {
      await writeSystem(`${folder}/a/b`, FILES);
    } finally {
      Deno.umask(umask);
    }
    assertEquals(
      await Deno.readTextFile(`${folder}/a/b/docs/API.md`),
      "# API\n",
    );
    assertEquals(
      ((await Deno.stat(`${folder}/a/b/main.ts`)).mode ?? 0) & 0o777,
      0o644,
    );
    assertEquals(
      ((await Deno.stat(`${folder}/a/b/docs`)).mode ?? 0) & 0o777,
      0o755,
    );
  });
});

Deno.test("writeSystem() takes an empty folder, and refuses one with files and leaves it alone", async () => {
  await inFolder(async (folder) => {
    await Deno.mkdir(`${folder}/out`);
    await writeSystem(`${folder}/out`, FILES);
    await assertRejects(
      () => writeSystem(`${folder}/out`, FILES),
      TargetNotEmpty,
      "wanted an empty or missing folder",
    );
    assertEquals(names(`${folder}/out`), ["docs", "main.ts"]);
    assertEquals(names(folder), ["out"]);
  });
});

Deno.test("writeSystem() refuses a target that is a file", async () => {
  await inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/out`, "");
    await assertRejects(
      () => writeSystem(`${folder}/out`, FILES),
      TargetNotEmpty,
      "found a file",
    );
  });
});

Deno.test("writeSystem() leaves nothing when it is aborted or fails on the way", async () => {
  await inFolder(async (folder) => {
    await assertRejects(() =>
      writeSystem(`${folder}/out`, FILES, { signal: AbortSignal.abort() })
    );
    const twice = [...FILES, { path: "main.ts", text: "again" }];
    await assertRejects(
      () => writeSystem(`${folder}/out`, twice),
      Deno.errors.AlreadyExists,
    );
    assertEquals(names(folder), []);
  });
});

Deno.test("writeSystem() writes nothing where a file leads out of the target", async () => {
  await inFolder(async (folder) => {
    for (const path of ["../x.ts", "docs/../../x.ts", "/x.ts", "..\\x.ts"]) {
      await assertRejects(
        () => writeSystem(`${folder}/out`, [...FILES, { path, text: "" }]),
        RangeError,
        "leads out of it",
      );
    }
    assertEquals(names(folder), []);
  });
});
