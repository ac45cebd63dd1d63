import { assertEquals } from "@std/assert";
import { challenge } from "./bearer_token.ts";
import { fieldsResponse } from "./error_fields.ts";
import {
  badRequest,
  conflict,
  forbidden,
  invalid,
  notFound,
  type Problem,
  problemResponse,
  unauthorized,
} from "./problem.ts";

async function told(
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await fieldsResponse(problemResponse(problem, headers));
  assertEquals(answer.status, problem.status);
  assertEquals(answer.headers.get("content-type"), "application/json");
  return (await answer.json()).errors;
}

Deno.test("fieldsResponse() tells what is wrong by field, and all of it in body", async () => {
  assertEquals(
    await told(invalid([
      { path: "title", message: "must not be blank" },
      { path: "body", message: "is required" },
      { path: "title", message: "must match x" },
      { path: "", message: "must be an object" },
    ])),
    {
      title: ["can't be blank", "must match x"],
      body: [
        "can't be blank",
        "title can't be blank",
        "title must match x",
        "must be an object",
      ],
    },
  );
  assertEquals(
    await told(
      conflict("Taken.", [{ path: "email", message: "is already taken" }]),
    ),
    {
      email: ["has already been taken"],
      body: ["email has already been taken"],
    },
  );
});

Deno.test("fieldsResponse() says what is missing, not found or forbidden", async () => {
  const nobody = new Request("http://x.invalid");
  const somebody = new Request("http://x.invalid", {
    headers: { authorization: "Token x" },
  });
  const detail = unauthorized().detail ?? "";
  assertEquals(await told(unauthorized(), challenge(nobody, "Token")), {
    token: ["is missing"],
    body: [detail],
  });
  assertEquals(await told(unauthorized(), challenge(somebody, "Token")), {
    token: ["is invalid"],
    body: [detail],
  });
  const wrong = "The email or the password is wrong.";
  assertEquals(await told(unauthorized(wrong), challenge(nobody)), {
    credentials: ["invalid"],
    body: [wrong],
  });
  assertEquals(await told(notFound("blog post")), {
    blogPost: ["not found"],
    body: ["No such blog post."],
  });
  assertEquals(await told(forbidden("You may not change this article.")), {
    article: ["forbidden"],
    body: ["You may not change this article."],
  });
  assertEquals(await told(forbidden()), { body: ["You may not do this."] });
  assertEquals(await told(badRequest("No JSON.")), { body: ["No JSON."] });
});

Deno.test("fieldsResponse() takes names that objects have, and leaves what is no problem as it is", async () => {
  const message = "is an unknown field";
  const errors = await told(
    invalid(["__proto__", "constructor"].map((path) => ({ path, message }))),
  );
  assertEquals(
    JSON.stringify(errors),
    `{"__proto__":["${message}"],"constructor":["${message}"],"body":["__proto__ ${message}","constructor ${message}"]}`,
  );
  const fine = Response.json({ errors: 1 });
  assertEquals(await fieldsResponse(fine), fine);
});
