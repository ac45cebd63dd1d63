/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import {
  expectAction,
  expectCreates,
  expectDefault,
  expectKeeps,
  expectLists,
  expectNoOperation,
  expectPatches,
  expectRefusesValue,
  expectReplaces,
  posting,
} from "../kit/acceptance.ts";
import {
  bookBody,
  loanBody,
  makeBook,
  makeLoan,
  makeMember,
  memberBody,
} from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 book: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/books", await makeBook(test.system));
});

Deno.test("R1 book.title: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/books"), bookBody(), "title");
});

Deno.test("R1 book.author: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/books"), bookBody(), "author");
});

Deno.test("R1 book.isbn: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/books"), bookBody(), "isbn");
});

Deno.test("R1 book.isbn.unique: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/books"), bookBody(), {
    field: "isbn",
    value: (await makeBook(test.system)).isbn,
    status: 409,
  });
});

Deno.test("R1 book.publishedYear: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/books"),
    bookBody(),
    "publishedYear",
  );
});

Deno.test("R1 book.numberOfCopies: Books: title, author, ISBN (unique), published year, number of copies", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/books"),
    bookBody(),
    "numberOfCopies",
  );
});

Deno.test("R2 member: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/members", await makeMember(test.system));
});

Deno.test("R2 member.name: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/members"), memberBody(), "name");
});

Deno.test("R2 member.email: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/members"), memberBody(), "email");
});

Deno.test("R2 member.email.unique: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/members"), memberBody(), {
    field: "email",
    value: (await makeMember(test.system)).email,
    status: 409,
  });
});

Deno.test("R2 member.phone: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/members"), memberBody(), "phone");
});

Deno.test("R2 member.joinedDate: Members: name, unique email, phone, joined date", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/members"),
    memberBody(),
    "joinedDate",
  );
});

Deno.test("R3 loan: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/loans", await makeLoan(test.system));
});

Deno.test("R3 book: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/books", await makeBook(test.system));
});

Deno.test("R3 loan.book: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/loans"),
    await loanBody(test.system),
    "bookId",
  );
});

Deno.test("R3 member: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/members", await makeMember(test.system));
});

Deno.test("R3 loan.member: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/loans"),
    await loanBody(test.system),
    "memberId",
  );
});

Deno.test("R3 loan.dueDate: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/loans"),
    await loanBody(test.system),
    "dueDate",
  );
});

Deno.test("R3 loan.returned: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/loans"), {
    ...await loanBody(test.system),
    returned: true,
  }, "returned");
});

Deno.test("R3 loan.returned.default: Loans: each loan belongs to a book and to a member, due date, returned (default false)", async () => {
  await using test = await startTestSystem();
  await expectDefault(
    posting(test.client, "/loans"),
    await loanBody(test.system),
    { field: "returned", value: false },
  );
});

Deno.test("R4 book: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/books", await makeBook(test.system));
});

Deno.test("R4 book.create: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/books", bookBody());
});

Deno.test("R4 book.list: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/books", await makeBook(test.system));
});

Deno.test("R4 book.replace: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectReplaces(
    test.client,
    `/books/${(await makeBook(test.system)).id}`,
    bookBody(),
  );
});

Deno.test("R4 book.patch: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectPatches(
    test.client,
    `/books/${(await makeBook(test.system)).id}`,
    { title: "Changed" },
  );
});

Deno.test("R4 member: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/members", await makeMember(test.system));
});

Deno.test("R4 member.create: Librarians can add, search and update books, and register members", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/members", memberBody());
});

Deno.test("R5 loan: Loans can be marked as returned", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/loans", await makeLoan(test.system));
});

Deno.test("R5 loan.return: Loans can be marked as returned", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/loans/${(await makeLoan(test.system)).id}/return`,
    { returned: true },
  );
});

Deno.test("R5 loan.returned: Loans can be marked as returned", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/loans"), {
    ...await loanBody(test.system),
    returned: true,
  }, "returned");
});

Deno.test("R6 member: No deletion of members", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/members", await makeMember(test.system));
});

Deno.test("R6 not member.delete: No deletion of members", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "DELETE",
    `/members/${(await makeMember(test.system)).id}`,
  );
});
