import { assertEquals } from "@std/assert";
import { RouteTable } from "./route_table.ts";

function get(path: string): Request {
  return new Request(`http://localhost${path}`);
}

Deno.test("RouteTable finds the route of a method and a path", () => {
  const routes = new RouteTable<string>();
  routes.add("GET", "/tasks/{id}", "one task");
  routes.add("GET", "/tasks", "tasks");
  routes.add("PUT", "/tasks/{id}", "another task");
  const found = (path: string, method = "GET") =>
    routes.find(get(path), method)?.route;
  assertEquals(found("/tasks/7"), "one task");
  assertEquals(found("/tasks/7?x=/tasks"), "one task");
  assertEquals(found("/tasks"), "tasks");
  assertEquals(found("/tasks/7", "PUT"), "another task");
  assertEquals(found("/tasks", "PUT"), undefined);
  assertEquals(found("/tasks/7/more"), undefined);
  assertEquals(found("/tasks", "PROPFIND"), undefined);
  assertEquals(routes.has("PUT", "/tasks/7"), true);
  assertEquals(routes.has("POST", "/tasks/7"), false);
});

Deno.test("RouteTable takes the first of several routes that match", () => {
  const routes = new RouteTable<string>();
  routes.add("GET", "/tasks/recent", "recent");
  routes.add("GET", "/tasks/{id}", "one");
  routes.add("GET", "/tasks/late", "late");
  assertEquals(routes.find(get("/tasks/recent"), "GET")?.route, "recent");
  assertEquals(routes.find(get("/tasks/late"), "GET")?.route, "one");
});

Deno.test("RoutedRequest gives the values in the path, decoded as far as they can be", () => {
  const plain = new RouteTable<string>();
  plain.add("GET", "/tasks/{id}/notes/{note}", "note");
  // Of these two, Hono's fastest router takes none, and the next has another form of what it finds.
  const odd = new RouteTable<string>();
  odd.add("GET", "/tasks/{id}/notes/{note}", "note");
  odd.add("GET", "/{kind}/{id}/notes/more", "more");
  for (const routes of [plain, odd]) {
    const values = (path: string) => {
      const found = routes.find(get(path), "GET");
      return ["id", "note", "other"].map((name) => found?.param(name));
    };
    assertEquals(values("/tasks/7/notes/a"), ["7", "a", undefined]);
    assertEquals(values("/tasks/a%20b/notes/%C3%A9"), ["a b", "é", undefined]);
    assertEquals(values("/tasks/%2F/notes/%25"), ["/", "%", undefined]);
    assertEquals(values("/tasks/%ff/notes/%zz"), ["%ff", "%zz", undefined]);
    assertEquals(values("/tasks/%ff%20/notes/x%41"), [
      "%ff%20",
      "xA",
      undefined,
    ]);
  }
});
