import { assert, assertEquals } from "@std/assert";
import { type AskAuth, guardOf } from "./access_guard.ts";
import type { EntityAccess } from "./access_rule.ts";
import { failed, ok, unauthorized } from "./problem.ts";

const USER = "01890a5d-ac96-774b-bcce-b302099a8057";
const ACCESS: EntityAccess = {
  owner: "senderId",
  assignsOwner: true,
  rules: { list: ["everyone"], create: ["everyone"], get: ["owner"] },
};

Deno.test("guardOf() asks about no token where everyone may", async () => {
  const { guard, asked } = watched();
  assert((await guard.decide(request("good"), "list")).ok);
  assertEquals(asked, []);
});

Deno.test("guardOf() takes whoever has no token for nobody, and refuses a token that is not valid", async () => {
  const { guard } = watched();
  const nobody = await guard.decide(request(), "create");
  assert(nobody.ok);
  assertEquals(nobody.value.assigned, { field: "senderId", id: null });
  const somebody = await guard.decide(request("good"), "create");
  assert(somebody.ok);
  assertEquals(somebody.value.assigned, { field: "senderId", id: USER });
  const forger = await guard.decide(request("bad"), "create");
  assert(!forger.ok && forger.problem.status === 401);
});

Deno.test("guardOf() says how to get in, and whether a token was wrong", () => {
  const { guard } = watched();
  const challengeFor = (token?: string) =>
    guard.refuse(request(token), unauthorized()).headers.get(
      "www-authenticate",
    );
  assertEquals(challengeFor(), "Bearer");
  assertEquals(challengeFor("bad"), 'Bearer error="invalid_token"');
});

function watched() {
  const asked: string[] = [];
  const ask: AskAuth = (message) => {
    const token = message.operation === "authenticate" ? message.token : "";
    asked.push(token);
    return Promise.resolve(
      token === "good" ? ok({ id: USER }) : failed(unauthorized()),
    );
  };
  return { guard: guardOf(ACCESS, ask), asked };
}

function request(token?: string): Request {
  const headers: HeadersInit = token === undefined
    ? {}
    : { authorization: `Bearer ${token}` };
  return new Request("http://test.invalid/tips", { headers });
}
