import { assertEquals } from "@std/assert";
import { isFailure } from "./is_failure.ts";

Deno.test("isFailure() takes a documented 502 for the host's, every other one and 5xx for ours", () => {
  const response = { contents: new Map(), headers: new Set<string>() };
  const fetching = { responses: new Map([[200, response], [502, response]]) };
  const other = { responses: new Map([[200, response], [500, response]]) };
  const failures = ({ responses }: typeof other) =>
    [200, 404, 499, 500, 502, 503].filter((status) =>
      isFailure(status, { responses })
    );
  assertEquals(failures(fetching), [500, 503]);
  assertEquals(failures(other), [500, 502, 503]);
});
