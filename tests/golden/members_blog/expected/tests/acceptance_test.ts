/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import {
  expectAction,
  expectDeletes,
  expectKeeps,
  expectLists,
  expectPatches,
  expectRefusesValue,
  expectReplaces,
  posting,
} from "../kit/acceptance.ts";
import { bookmarkBody, makeBookmark, makePost, postBody } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R3 post: Each post has a title, a body and a status: draft or published.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R3 post.title: Each post has a title, a body and a status: draft or published.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), postBody(), "title");
});

Deno.test("R3 post.body: Each post has a title, a body and a status: draft or published.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/posts"), postBody(), "body");
});

Deno.test("R3 post.status.values: Each post has a title, a body and a status: draft or published.", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/posts"), postBody(), {
    field: "status",
    value: "no such value",
  });
});

Deno.test("R4 post: Each post belongs to a user.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R5 post: Anyone can read posts.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R5 post.list: Anyone can read posts.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R6 post: Only the owner can edit or delete a post.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R6 post.replace: Only the owner can edit or delete a post.", async () => {
  await using test = await startTestSystem();
  const made = await makePost(test.system);
  await expectReplaces(test.client, `/posts/${made.id}`, {
    ...postBody(),
    userId: made.userId,
  });
});

Deno.test("R6 post.patch: Only the owner can edit or delete a post.", async () => {
  await using test = await startTestSystem();
  await expectPatches(
    test.client,
    `/posts/${(await makePost(test.system)).id}`,
    { title: "Changed" },
  );
});

Deno.test("R6 post.delete: Only the owner can edit or delete a post.", async () => {
  await using test = await startTestSystem();
  await expectDeletes(
    test.client,
    `/posts/${(await makePost(test.system)).id}`,
  );
});

Deno.test("R7 post: Only admins can publish posts.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/posts", await makePost(test.system));
});

Deno.test("R7 post.publish: Only admins can publish posts.", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/posts/${(await makePost(test.system)).id}/publish`,
    { status: "published" },
  );
});

Deno.test("R8 bookmark: Bookmarks have a title and a link.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/bookmarks", await makeBookmark(test.system));
});

Deno.test("R8 bookmark.title: Bookmarks have a title and a link.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/bookmarks"),
    bookmarkBody(),
    "title",
  );
});

Deno.test("R8 bookmark.link: Bookmarks have a title and a link.", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/bookmarks"), bookmarkBody(), "link");
});

Deno.test("R9 bookmark: Users can only see their own bookmarks.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/bookmarks", await makeBookmark(test.system));
});

Deno.test("R9 bookmark.list: Users can only see their own bookmarks.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/bookmarks", await makeBookmark(test.system));
});

// Not tested here:
// - R1 users: tests/unit/auth_controller_test.ts tries to get in
// - R2 users: tests/unit/auth_controller_test.ts tries to get in
// - R3 post.status: not everybody may set it, which tests/access tries
// - R4 user: the tests of users and access show it
// - R4 post.user: it is whoever is signed in, which tests/access tries
// - R7 post.status: not everybody may set it, which tests/access tries
