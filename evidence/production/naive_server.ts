// deno-lint-ignore-file no-console -- it logs as such servers do.
/**
 * The server that one has after an hour of development: it answers the same API, and nothing has been done for
 * production. It stands beside the generated system in evidence/production/.
 *
 * @module
 */

interface Task {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly completed: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const tasks = new Map<string, Task>();

Deno.serve({
  hostname: Deno.env.get("HOST") ?? "0.0.0.0",
  port: Number(Deno.env.get("PORT") ?? 8080),
  // So that whoever measures knows where it listens; the generated system says it in the same words.
  onListen: ({ hostname, port }) =>
    console.log(
      JSON.stringify({
        event: "listening",
        url: `http://${hostname}:${port}`,
      }),
    ),
}, async (request) => {
  const { pathname } = new URL(request.url);
  console.log(request.method, pathname);
  if (pathname.startsWith("/health")) return Response.json({ status: "ok" });
  if (pathname === "/tasks" && request.method === "GET") {
    return Response.json({ items: [...tasks.values()], nextCursor: null });
  }
  if (pathname === "/tasks" && request.method === "POST") {
    const id = crypto.randomUUID();
    const now = new Date().toISOString();
    const task: Task = {
      description: null,
      completed: false,
      ...await request.json(),
      id,
      createdAt: now,
      updatedAt: now,
    };
    tasks.set(id, task);
    const headers = { location: `/tasks/${id}` };
    return Response.json(task, { status: 201, headers });
  }
  const id = /^\/tasks\/([^/]+)$/.exec(pathname)?.[1] ?? "";
  const task = tasks.get(id);
  if (!task) return new Response("Not found", { status: 404 });
  if (request.method === "PATCH") {
    const changed = {
      ...task,
      ...await request.json(),
      updatedAt: new Date().toISOString(),
    };
    tasks.set(id, changed);
    return Response.json(changed);
  }
  if (request.method === "DELETE") {
    tasks.delete(id);
    return new Response(null, { status: 204 });
  }
  return Response.json(task);
});
