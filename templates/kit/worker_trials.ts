/**
 * What several workers of a system must be like, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import { configOfEach, type TeamConfig } from "./run_workers.ts";
import { WorkerTeam } from "./worker_team.ts";

/** Starts as many workers as the settings say, asks them at the same time, and stops them. */
export async function expectTeam<C extends TeamConfig>(
  config: C,
  createWorker: () => Worker,
): Promise<void> {
  const { workers } = config;
  const team = new WorkerTeam({
    workers,
    config: await configOfEach(config),
    createWorker,
  });
  let url = "";
  let complaints: readonly string[] = [];
  try {
    url = await team.start();
    await expectOneSystem(url, workers);
  } finally {
    complaints = await team.stop();
  }
  assert.deepEqual(complaints, []);
  await assert.rejects(() => textOf(`${url}/health/live`), "it still listens");
}

/** So many connections that every worker has some: whichever is asked says the same. */
async function expectOneSystem(url: string, workers: number): Promise<void> {
  await atOnce(REQUESTS, () => textOf(`${url}/openapi.json`));
  for (const text of await atOnce(LOOKS, () => textOf(`${url}/metrics`))) {
    assert.equal(answersIn(text, "/openapi.json"), REQUESTS);
    assert.ok(text.includes(`\nworkers ${workers}\n`), text);
  }
  for (const text of await atOnce(LOOKS, () => textOf(`${url}/health/ready`))) {
    assert.equal(text, '{"status":"ok"}');
  }
}

function answersIn(metrics: string, route: string): number {
  const of = `http_requests_total{method="GET",route="${route}",status="200"} `;
  const line = metrics.split("\n").find((line) => line.startsWith(of));
  return Number(line?.slice(of.length));
}

function atOnce<T>(count: number, ask: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, ask));
}

/** By a connection of its own: one that is kept stays with its worker. */
async function textOf(url: string): Promise<string> {
  const response = await fetch(url, { headers: { connection: "close" } });
  return await response.text();
}

const REQUESTS = 100;
const LOOKS = 10;
