import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { complaintAboutPassword, PasswordHasher } from "./password_hash.ts";

const CHEAP = { n: 1024, r: 8, p: 1 };

Deno.test("PasswordHasher makes another hash each time, and knows its password by any", async () => {
  const hasher = new PasswordHasher(CHEAP);
  const first = await hasher.hash("correct horse");
  const second = await hasher.hash("correct horse");
  assertMatch(first ?? "", /^scrypt\$n=1024,r=8,p=1\$/);
  assertNotEquals(first, second);
  assertEquals(await hasher.verify("correct horse", first), true);
  assertEquals(await hasher.verify("correct horsf", first), false);
});

Deno.test("PasswordHasher does the same work where there is no hash, or a password is far too long", async () => {
  const hasher = new PasswordHasher(CHEAP);
  const hash = await hasher.hash("correct horse");
  for (
    const [password, known] of [
      ["correct horse", undefined],
      ["wrong", hash],
      ["x".repeat(10_000), hash],
      ["", "nonsense"],
    ] as const
  ) {
    const before = hasher.hashes;
    assertEquals(await hasher.verify(password, known), false);
    assertEquals(hasher.hashes - before, 1);
  }
});

Deno.test("PasswordHasher verifies a cheaper hash, and says that it is outdated", async () => {
  const old = await new PasswordHasher(CHEAP).hash("correct horse");
  const hasher = new PasswordHasher({ n: 2048, r: 8, p: 1 });
  assertEquals(await hasher.verify("correct horse", old), true);
  assert(hasher.isOutdated(old ?? ""));
  assert(!hasher.isOutdated(await hasher.hash("correct horse") ?? ""));
});

Deno.test("PasswordHasher refuses more than it has room for, and goes on", async () => {
  const hasher = new PasswordHasher(CHEAP);
  const many = await Promise.all(
    Array.from({ length: 200 }, () => hasher.hash("correct horse")),
  );
  const refused = many.filter((hash) => hash === undefined).length;
  assertEquals(refused, 200 - 4 - 64);
  assert(await hasher.hash("correct horse"));
});

Deno.test("a password of one spelling matches another of the same letters", async () => {
  const hasher = new PasswordHasher(CHEAP);
  const hash = await hasher.hash("caf\u00e9 cr\u00e8me");
  assertEquals(await hasher.verify("cafe\u0301 cre\u0300me", hash), true);
});

Deno.test("complaintAboutPassword() counts characters from below and bytes from above", () => {
  assertEquals(complaintAboutPassword("äöüäöüäö"), undefined);
  assertEquals(
    complaintAboutPassword("1234567"),
    "must have at least 8 characters",
  );
  assertEquals(
    complaintAboutPassword("ä".repeat(65)),
    "must have at most 128 bytes",
  );
});
