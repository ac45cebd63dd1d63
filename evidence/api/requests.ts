/**
 * The requests by which two servers of the tasks API are compared: each kind of answer at least once.
 *
 * @module
 */

/** One request; `{first}` and `{last}` in its path or body stand for ids of tasks that exist. */
export interface SampleRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The id of no task. */
const ABSENT = "01900000-0000-7000-8000-000000000000";

/** The requests, in order: later ones see what earlier ones wrote. */
export const REQUESTS: readonly SampleRequest[] = [
  ...creations(),
  ...reads(),
  ...lists(),
  ...changes(),
  ...conditions(),
  ...deletions(),
  ...routing(),
];

function creations(): SampleRequest[] {
  return [
    post({ title: "First" }),
    post({ title: "Sécond 🚀", description: null, completed: true }),
    post({ title: "Third", description: "Same title as none" }),
    post({ title: "x".repeat(200) }),
    post({ title: "🚀".repeat(200) }),
    post({ title: "x".repeat(201) }),
    post({}),
    post({ title: "   " }),
    post({ title: 7, completed: "yes", colour: "red" }),
    post({ title: "A\0B" }),
    post({ title: "A", id: ABSENT, createdAt: "2026-01-31T09:30:00Z" }),
    post({ title: "A", id: "seven", updatedAt: "yesterday" }),
    post({ title: null }),
    post({ title: "A", description: "x".repeat(10001) }),
    post([{ title: "A" }]),
    post("title"),
    { ...post({}), body: '{"title":' },
    { ...post({}), body: "" },
    { ...post({}), body: `{"title":"${"x".repeat(1024 * 1024)}"}` },
    typed("text/plain"),
    typed("application/json; charset=utf-8"),
    typed("application/json; charset=latin1"),
    { ...post({ title: "A" }), headers: { "content-encoding": "gzip" } },
  ];
}

function reads(): SampleRequest[] {
  return [
    get("/tasks/{first}"),
    get("/tasks/{FIRST}"),
    get("/tasks/{last}"),
    get(`/tasks/${ABSENT}`),
    get("/tasks/seven"),
    get("/tasks/%ff"),
    { method: "HEAD", path: "/tasks/{first}" },
    { method: "HEAD", path: "/tasks" },
  ];
}

function lists(): SampleRequest[] {
  return [
    "",
    "?limit=2",
    "?limit=1&sort=-completed,title",
    "?limit=1&sort=description",
    "?limit=3&sort=-description",
    "?sort=-createdAt,id,title",
    "?completed=true",
    "?completed=false&sort=-title&limit=1",
    "?title=First",
    "?description=",
    "?q=SAME",
    "?q=s%25",
    "?q=",
    "?limit=0",
    "?limit=201",
    "?limit=ten&sort=colour,title,title&completed=maybe&colour=red",
    "?limit=1&limit=2",
    "?id=1",
    "?cursor=nonsense",
    "?title=%00",
    "?q=%ff",
  ].map((query) => get(`/tasks${query}`));
}

function changes(): SampleRequest[] {
  return [
    patch({ title: "Renamed" }),
    patch({}),
    patch({ title: null }),
    patch({ title: "" }),
    patch({ description: "New", completed: true }),
    patch({ description: null }),
    patch({ id: ABSENT }),
    patch({ colour: "red" }),
    { ...patch({ title: "A" }), path: `/tasks/${ABSENT}` },
    {
      ...patch({ completed: false }),
      headers: { "content-type": "application/merge-patch+json" },
    },
    { ...patch({}), headers: { "content-type": "application/xml" } },
    put({ title: "Replaced" }),
    put({ title: "Replaced", completed: true, description: "All" }),
    put({ description: "No title" }),
    put({ title: "A", updatedAt: "2026-01-31T09:30:00Z" }),
    { ...put({ title: "A" }), path: "/tasks/seven" },
    { method: "POST", path: "/tasks/{last}/complete" },
    { method: "POST", path: "/tasks/{last}/complete" },
    { method: "POST", path: `/tasks/${ABSENT}/complete` },
    { ...post({}), path: "/tasks/{first}/complete" },
    { ...post({ colour: "red" }), path: "/tasks/{first}/complete" },
    { method: "POST", path: "/tasks/seven/complete" },
  ];
}

function conditions(): SampleRequest[] {
  const headers: readonly Record<string, string>[] = [
    { "if-match": '"1"' },
    { "if-match": 'W/"7"' },
    { "if-match": "7" },
    { "if-none-match": "*" },
    { "if-match": "*", "if-none-match": '"1", "2"' },
  ];
  const item = "/tasks/{first}";
  return headers.flatMap((headers) =>
    [get(item), patch({ title: "Renamed" }), put({ title: "Replaced" })]
      .map((request) => ({ ...request, headers }))
  ).concat([
    { method: "DELETE", path: item, headers: { "if-match": '"1"' } },
    {
      method: "DELETE",
      path: `/tasks/${ABSENT}`,
      headers: { "if-match": "*" },
    },
    { ...post({}), path: `${item}/complete`, headers: { "if-match": '"1"' } },
  ]);
}

function deletions(): SampleRequest[] {
  return [
    { method: "DELETE", path: "/tasks/{last}" },
    { method: "DELETE", path: "/tasks/{last}" },
    { method: "DELETE", path: "/tasks/seven" },
    get("/tasks/{last}"),
  ];
}

function routing(): SampleRequest[] {
  return [
    get("/"),
    get("/task"),
    get("/tasks/{first}/complete"),
    { method: "DELETE", path: "/tasks" },
    { method: "PATCH", path: "/tasks" },
    { method: "POST", path: "/tasks/{first}" },
    { method: "OPTIONS", path: "/tasks" },
    { method: "OPTIONS", path: "/tasks/{first}" },
    { method: "OPTIONS", path: "/tasks/{first}/complete" },
    { method: "OPTIONS", path: "/nowhere" },
    get("/health/live"),
    get("/health/ready"),
  ];
}

function get(path: string): SampleRequest {
  return { method: "GET", path };
}

function post(body: unknown): SampleRequest {
  return withBody("POST", "/tasks", body);
}

function put(body: unknown): SampleRequest {
  return withBody("PUT", "/tasks/{first}", body);
}

function patch(body: unknown): SampleRequest {
  return withBody("PATCH", "/tasks/{first}", body);
}

function typed(type: string): SampleRequest {
  return { ...post({ title: type }), headers: { "content-type": type } };
}

function withBody(method: string, path: string, body: unknown): SampleRequest {
  return { method, path, body: JSON.stringify(body) };
}
