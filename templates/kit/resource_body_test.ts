import assert from "node:assert/strict";
import { text } from "./api_schema.ts";
import { entitySchema, nested } from "./body_schema.ts";
import { asSent, checkResourceBody } from "./resource_body.ts";
import { invalid } from "./problem.ts";

const OPTIONS = {
  shape: {
    envelope: false,
    naming: "snake_case",
    paging: { style: "offset", limit: 10, most: 20 },
    unknownFields: "refuse",
    scheme: "Bearer",
  },
  name: "user",
  shows: { full_name: "fullName" },
  schema: entitySchema({
    fullName: text(),
    homeTown: nested({ townName: text(), zipCode: text() }).optional(),
  }),
  accepts: ["fullName", "homeTown"],
  parts: {
    homeTown: {
      shows: { title: "townName" },
      accepts: ["townName", "zipCode"],
    },
  },
} as const;

Deno.test("checkResourceBody() takes the parts of a body by the names that clients have", () => {
  const sent = {
    full_name: "Ada",
    home_town: { title: "Ghent", zip_code: "9000" },
  };
  assert.deepEqual(checkResourceBody(sent, OPTIONS), {
    ok: true,
    value: {
      fullName: "Ada",
      homeTown: { townName: "Ghent", zipCode: "9000" },
    },
  });
});

Deno.test("checkResourceBody() names what is wrong in a part as it was sent", () => {
  for (
    const [part, path] of [
      [{ title: 1, zip_code: "9000" }, "home_town.title"],
      [{ title: "Ghent" }, "home_town.zip_code"],
      [{ townName: "Ghent" }, "home_town.townName"],
      [{ title: "Ghent", zip_code: "9000", more: 1 }, "home_town.more"],
      [{ ["__proto__"]: 1 }, "home_town.__proto__"],
      ["Ghent", "home_town"],
      [null, "home_town"],
    ] as const
  ) {
    const sent = { full_name: "Ada", home_town: part };
    const checked = checkResourceBody(sent, OPTIONS);
    assert.ok(!checked.ok, path);
    assert.equal(checked.problem.status, 422);
    assert.equal(checked.problem.errors?.[0]?.path, path);
  }
});

Deno.test("checkResourceBody() passes over what a part may not have, where nothing unknown is refused", () => {
  const shape = { ...OPTIONS.shape, unknownFields: "ignore" } as const;
  const part = { title: "Ghent", zip_code: "9000", more: 1 };
  const sent = { full_name: "Ada", home_town: part, more: 1 };
  const checked = checkResourceBody(sent, { ...OPTIONS, shape });
  assert.deepEqual(checked.ok && checked.value, {
    fullName: "Ada",
    homeTown: { townName: "Ghent", zipCode: "9000" },
  });
});

Deno.test("asSent() renames the fields of parts and leaves other paths", () => {
  const message = "is wrong";
  const paths = ["homeTown.townName", "homeTown", "fullName", "other.townName"];
  const problem = invalid(paths.map((path) => ({ path, message })));
  assert.deepEqual(asSent(problem, OPTIONS).errors?.map(({ path }) => path), [
    "home_town.title",
    "home_town",
    "full_name",
    "other.townName",
  ]);
});
