import { assertEquals } from "@std/assert";
import { signAccessToken, verifyAccessToken } from "./access_token.ts";
import { forgedTokens } from "./forged_tokens.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const USER = "01890a5d-ac96-774b-bcce-b302099a8057";
const OPTIONS = { secret: SECRET, issuer: "shop", seconds: 60 };

Deno.test("verifyAccessToken() knows whose a token is, until it expires", async () => {
  const token = await signAccessToken(OPTIONS, USER);
  assertEquals(await verifyAccessToken(OPTIONS, token), USER);
  const clock = () => Date.now() + 61_000;
  assertEquals(
    await verifyAccessToken({ ...OPTIONS, clock }, token),
    undefined,
  );
});

Deno.test("verifyAccessToken() takes no forged token for one of its user", async () => {
  const forged = await forgedTokens({
    secret: SECRET,
    issuer: "shop",
    userId: USER,
  });
  for (const [what, token] of forged) {
    const found = await verifyAccessToken(OPTIONS, token);
    assertEquals(found === USER, false, what);
  }
});
