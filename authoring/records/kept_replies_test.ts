import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import type { ModelRequest } from "../language_model.ts";
import { scriptedModel } from "../scripted_model.ts";
import {
  DamagedRecord,
  type KeptReplies,
  readReplies,
  repliesText,
  replyKey,
} from "./kept_replies.ts";
import { RecordedModel } from "./recorded_model.ts";

const QUESTION: ModelRequest = {
  system: "Answer.",
  shared: "a blueprint",
  turns: [{ role: "user", text: "What?" }],
  schema: { name: "answer", schema: { type: "object" } },
  maxOutputTokens: 100,
};

/** A model that answers with numbers, and what is kept of it once these were asked. */
async function kept(...questions: readonly ModelRequest[]) {
  const model = scriptedModel((_, call) => ({
    text: `{"answer": ${call}}`,
    finish: call === 2 ? "truncated" : "done",
  }));
  const recorded = new RecordedModel({
    name: model.name,
    open: () => Promise.resolve(model),
  });
  for (const question of questions) await recorded.ask(question);
  return recorded.used;
}

/** A model that may not be asked. */
function closed(kept: KeptReplies): RecordedModel {
  const open = () => Promise.reject(new Error("opened"));
  return new RecordedModel({ name: kept.model, open, kept });
}

async function inFile(
  text: string,
  test: (path: string) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    await test(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("replyKey() changes with each thing that a reply depends on, and with nothing else", async () => {
  const turn = { role: "user", text: "Why?" } as const;
  const others: readonly (readonly [string, ModelRequest])[] = [
    ["other/model", QUESTION],
    ["a/model", { ...QUESTION, system: "Answer!" }],
    ["a/model", { ...QUESTION, shared: "another" }],
    ["a/model", { ...QUESTION, turns: [turn] }],
    ["a/model", { ...QUESTION, turns: [...QUESTION.turns, turn] }],
    ["a/model", {
      ...QUESTION,
      turns: [{ role: "assistant", text: "What?" }],
    }],
    ["a/model", { ...QUESTION, schema: { name: "answer", schema: {} } }],
    ["a/model", { ...QUESTION, maxOutputTokens: 101 }],
  ];
  const key = await replyKey("a/model", QUESTION);
  assertEquals(await replyKey("a/model", { ...QUESTION }), key);
  const keys = await Promise.all(others.map((one) => replyKey(...one)));
  assertEquals(new Set([key, ...keys]).size, others.length + 1);
});

Deno.test("RecordedModel.ask() gives what is kept as it came, without a call, and asks for the rest", async () => {
  const other = {
    ...QUESTION,
    turns: [{ role: "user", text: "Why?" }],
  } as const;
  const replies = await kept(QUESTION, other);
  const again = closed(replies);
  const pieces: string[] = [];
  const reply = await again.ask(QUESTION, {
    onText: (piece) => void pieces.push(piece),
  });
  assertEquals(
    [reply.text, reply.value, reply.finish, reply.attempts, reply.usage.input],
    ['{"answer": 1}', { answer: 1 }, "done", 0, 0],
  );
  assertEquals(pieces, ['{"answer": 1}']);
  assertEquals((await again.ask(other)).finish, "truncated");
  await assertRejects(
    () => again.ask({ ...QUESTION, system: "Answer!" }),
    Error,
    "opened",
  );
  const stopped = AbortSignal.abort(new Error("stopped"));
  await assertRejects(
    () => again.ask(QUESTION, { signal: stopped }),
    Error,
    "stopped",
  );
});

Deno.test("RecordedModel.used has what was used in its order, and known what is kept besides", async () => {
  const other = { ...QUESTION, system: "Answer!" };
  const replies = await kept(QUESTION, other);
  const again = closed(replies);
  await again.ask(other);
  assertEquals(again.used.replies, replies.replies.slice(1));
  assertEquals(again.known.replies, replies.replies.toReversed());
  await again.ask(QUESTION);
  await again.ask(other);
  assertEquals(again.used.replies, replies.replies.toReversed());
});

Deno.test("readReplies() reads what was written, the same bytes each time", async () => {
  const replies = await kept(QUESTION);
  const text = repliesText(replies);
  assertEquals(repliesText(await kept(QUESTION)), text);
  await inFile(text, async (path) => {
    assertEquals(await readReplies(path, "plan.json"), replies);
  });
  assertEquals(await readReplies("/not/there.json", "plan.json"), undefined);
});

Deno.test("readReplies() refuses what is no record, and a reply that somebody has changed", async () => {
  const replies = await kept(QUESTION);
  const text = repliesText(replies);
  const [first] = replies.replies;
  const cases: readonly (readonly [string, string])[] = [
    ["", "found no record of a model's replies"],
    [text.slice(0, 100), "found no record"],
    [text.replace("replies/v1", "replies/v2"), "found no record"],
    [text.replace('"input": 100', '"input": "100"'), "found no record"],
    [text.replace('"finish": "done"', '"finish": "well"'), "found no record"],
    [
      repliesText({ ...replies, replies: [{ ...first, text: 1 }] as never }),
      "found no record",
    ],
    [
      text.replace('answer\\": 1', 'answer\\": 2'),
      "found reply 1 to be changed",
    ],
  ];
  for (const [broken, found] of cases) {
    assertNotEquals(broken, text);
    await inFile(broken, async (path) => {
      const error = await assertRejects(
        () => readReplies(path, "shop/plan.json"),
        DamagedRecord,
        found,
      );
      assertEquals(
        error.message.startsWith('Cannot use "shop/plan.json": '),
        true,
      );
    });
  }
});

Deno.test("readReplies() follows no link", async () => {
  await inFile(repliesText(await kept(QUESTION)), async (path) => {
    const link = `${path}.link`;
    await Deno.symlink(path, link);
    try {
      await assertRejects(
        () => readReplies(link, "plan.json"),
        DamagedRecord,
        "found no file",
      );
    } finally {
      await Deno.remove(link);
    }
  });
});
