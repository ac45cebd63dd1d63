import { assertEquals } from "@std/assert";
import type { EntitySpec } from "./entity_spec.ts";
import { notFound } from "./problem.ts";
import { shownReply, shownSpec } from "./shown_entity.ts";
import { shownUser } from "./shown_user.ts";

const text = { kind: "string", column: "text", nullable: true } as const;
const SPEC: EntitySpec = {
  name: "card",
  label: "card",
  path: "/cards",
  table: "cards",
  fields: { name: text, pin: { ...text, writeOnly: true } },
  search: [],
};
const CARD = { id: "1", name: "mine", pin: "1234" };
const SHOWN = { id: "1", name: "mine" };

Deno.test("shownReply() leaves write-only fields out of entities and of pages", () => {
  assertEquals(
    shownReply(SPEC, { ok: true, value: CARD, version: 3 }),
    { ok: true, value: SHOWN as typeof CARD, version: 3 },
  );
  const page = { items: [CARD, CARD], nextCursor: null };
  assertEquals(
    shownReply(SPEC, { ok: true, value: page }),
    {
      ok: true,
      value: { ...page, items: [SHOWN, SHOWN] as typeof page.items },
    },
  );
  const deleted = { ok: true, value: null } as const;
  assertEquals(shownReply(SPEC, deleted), deleted);
  const failed = { ok: false, problem: notFound("card") } as const;
  assertEquals(shownReply(SPEC, failed), failed);
});

Deno.test("shownUser() leaves them out of whoever has just signed in, too", () => {
  const times = { createdAt: "", updatedAt: "" };
  const tokens = {
    accessToken: "a",
    tokenType: "Bearer",
    expiresIn: 1,
    refreshToken: "b",
  } as const;
  const value = { user: { ...CARD, ...times }, ...tokens };
  assertEquals(shownUser(SPEC, { ok: true, value }), {
    ok: true,
    value: { user: { ...SHOWN, ...times }, ...tokens },
  });
  assertEquals(shownUser(SPEC, { ok: true, value: { ...CARD, ...times } }), {
    ok: true,
    value: { ...SHOWN, ...times },
  });
});

Deno.test("shownSpec() knows only what is shown", () => {
  assertEquals(Object.keys(shownSpec(SPEC).fields), ["name"]);
});
