/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  expectAction,
  expectCreates,
  expectDeletes,
  expectKeeps,
  expectLists,
  expectNoOperation,
  expectPatches,
  expectReads,
  expectRefusesValue,
  expectReplaces,
  expectRequires,
  posting,
} from "../kit/acceptance.ts";
import { SqliteDatabase } from "../kit/sqlite_database.ts";
import { commentBody, makeComment, makePost, postBody } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 post: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R1 post.title: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), postBody(), "title");
});

Deno.test("R1 post.title.required: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectRequires(posting(test.client, "/posts"), postBody(), "title");
});

Deno.test("R1 post.title.unique: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/posts"), postBody(), {
    field: "title",
    value: (await makePost(test.system)).title,
    status: 409,
  });
});

Deno.test("R1 post.title.maxLength: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/posts"), postBody(), {
    field: "title",
    value: "x".repeat(121),
  });
});

Deno.test("R1 post.body: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), postBody(), "body");
});

Deno.test("R1 post.status: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), {
    ...postBody(),
    status: "published",
  }, "status");
});

Deno.test("R1 post.status.values: Posts have a title (required, unique, at most 120 characters), a body and a status: draft, published or archived.", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/posts"), postBody(), {
    field: "status",
    value: "no such value",
  });
});

Deno.test("R2 comment: Each comment belongs to a post and has an author name and a text.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/comments", await makeComment(test.system));
});

Deno.test("R2 post: Each comment belongs to a post and has an author name and a text.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R2 comment.post: Each comment belongs to a post and has an author name and a text.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/comments"),
    await commentBody(test.system),
    "postId",
  );
});

Deno.test("R2 comment.authorName: Each comment belongs to a post and has an author name and a text.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/comments"),
    await commentBody(test.system),
    "authorName",
  );
});

Deno.test("R2 comment.text: Each comment belongs to a post and has an author name and a text.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/comments"),
    await commentBody(test.system),
    "text",
  );
});

Deno.test("R3 post: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R3 post.create: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/posts", postBody());
});

Deno.test("R3 post.list: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R3 post.replace: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectReplaces(
    test.client,
    `/posts/${(await makePost(test.system)).id}`,
    postBody(),
  );
});

Deno.test("R3 post.patch: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectPatches(
    test.client,
    `/posts/${(await makePost(test.system)).id}`,
    { title: "Changed" },
  );
});

Deno.test("R3 post.delete: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  await expectDeletes(
    test.client,
    `/posts/${(await makePost(test.system)).id}`,
  );
});

Deno.test("R3 post.get: Users can create, list, view, edit and delete posts.", async () => {
  await using test = await startTestSystem();
  const made = await makePost(test.system);
  await expectReads(test.client, `/posts/${made.id}`, made);
});

Deno.test("R4 post: Posts can be published and archived.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R4 post.publish: Posts can be published and archived.", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/posts/${(await makePost(test.system)).id}/publish`,
    { status: "published" },
  );
});

Deno.test("R4 post.status: Posts can be published and archived.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), {
    ...postBody(),
    status: "published",
  }, "status");
});

Deno.test("R4 post.archive: Posts can be published and archived.", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/posts/${(await makePost(test.system)).id}/archive`,
    { status: "archived" },
  );
});

Deno.test("R5 comment: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/comments", await makeComment(test.system));
});

Deno.test("R5 comment.create: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/comments", await commentBody(test.system));
});

Deno.test("R5 comment.list: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/comments", await makeComment(test.system));
});

Deno.test("R5 comment.delete: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectDeletes(
    test.client,
    `/comments/${(await makeComment(test.system)).id}`,
  );
});

Deno.test("R5 not comment.replace: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PUT",
    `/comments/${(await makeComment(test.system)).id}`,
  );
});

Deno.test("R5 not comment.patch: Comments can be added, listed and deleted, but never updated.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PATCH",
    `/comments/${(await makeComment(test.system)).id}`,
  );
});

Deno.test("R6 store.sqlite: Store everything in SQLite.", async () => {
  await using test = await startTestSystem();
  assert.ok(test.system.postStore.config.database instanceof SqliteDatabase);
});
