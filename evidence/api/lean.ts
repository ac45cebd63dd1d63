/**
 * The least that answers the measured requests: what all the care of the other two servers costs.
 *
 * No security headers, limits, checks, problems or actions; writes are not durable against a power failure
 * (`synchronous=NORMAL`). It is the floor, not a proposal.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { Hono } from "hono";

const database = new DatabaseSync(Deno.env.get("DATABASE_PATH") ?? ":memory:");
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL`);
const SELECT =
  `SELECT id, created_at AS createdAt, updated_at AS updatedAt, title, description, completed FROM tasks`;
const getTask = database.prepare(`${SELECT} WHERE id = ?`);
const listTasks = database.prepare(`${SELECT} ORDER BY id LIMIT 50`);
const insertTask = database.prepare(
  `INSERT INTO tasks (id, created_at, updated_at, title, description, completed) VALUES (?, ?, ?, ?, ?, 0)`,
);

const app = new Hono();
app.get("/tasks/:id", (context) => {
  const task = getTask.get(context.req.param("id"));
  return task ? context.json(task) : context.notFound();
});
app.get("/tasks", (context) => context.json({ items: listTasks.all() }));
app.post("/tasks", async (context) => {
  const { title, description } = await context.req.json();
  const id = crypto.randomUUID();
  const now = new Date().toISOString();
  insertTask.run(id, now, now, title, description ?? null);
  const task = { id, createdAt: now, updatedAt: now, title, description };
  return context.json({ ...task, completed: false }, 201);
});

Deno.serve({
  hostname: Deno.env.get("HOST") ?? "0.0.0.0",
  port: Number(Deno.env.get("PORT") ?? 8080),
  onListen: ({ hostname, port }) => {
    const event = { event: "listening", url: `http://${hostname}:${port}` };
    Deno.stdout.writeSync(
      new TextEncoder().encode(`${JSON.stringify(event)}\n`),
    );
  },
}, app.fetch);
