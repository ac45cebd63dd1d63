import { assertEquals } from "@std/assert";
import { plan } from "./plan.ts";
import { outlineOf } from "./request_example.ts";

/** What is there, and a restriction of only a part of it: it must be quoted, whole or as said, and change nothing. */
const RESTRICTIONS: readonly (readonly [string, string, string?])[] = [
  ["Vehicles have a plate.", "Retired vehicles cannot be updated."],
  ["Products have a name.", "Inactive products can't be edited."],
  ["Items have a name and stock.", "Don't allow deleting items with stock."],
  ["Orders have a number.", "No editing after it's been sent."],
  ["Orders have a number.", "They can not be edited after 24 hours."],
  ["Invoices have a number.", "Users can't delete invoices that are paid."],
  ["Invoices have a number.", "You can't delete invoices that are paid."],
  [
    "Bookings have a seat and name.",
    "Bookings can't be changed, except the seat.",
  ],
  [
    "Visits have a date and fee and done.",
    "Fee is required when the visit is done.",
  ],
  ["Books have a title and ISBN.", "ISBN is unique per publisher."],
  ["Orders have a number.", "Never delete shipped orders."],
  ["Orders have a number.", "No deletion of paid orders."],
  [
    "Orders have a number and total.",
    "Do not delete orders with total above 100.",
  ],
  ["Orders have a number.", "Only view archived orders."],
  ["Orders have a number.", "Deleting paid orders is not allowed."],
  ["Orders have a number.", "Orders cannot be deleted by customers."],
  ["Orders have a number.", "Deletion is not allowed for customers."],
  ["Orders have a number.", "Archived orders are immutable."],
  ["Orders have a number.", "Orders must not be deleted within 30 days."],
  ["Orders have a number.", "Nobody can delete orders from last year."],
  ["Orders have a number and price.", "Price must be at least 10 for members."],
  ["Orders have a number.", "No updates on weekends."],
  ["Orders have a number and email.", "Email is required for online orders."],
  [
    "Orders have a number and email.",
    "Email cannot be changed after confirmation.",
  ],
  ["Orders have a number and price.", "Price is read-only once paid."],
  [
    "Orders have a number and status (open, paid).",
    "No changes to paid orders.",
  ],
  ["Orders have a number.", "Orders are read-only for guests."],
  [
    "Orders have a number.",
    "Don't allow users to delete other people's orders.",
  ],
  [
    "Orders have a number and price.",
    "The price of sold orders must be at least 10.",
  ],
  ["Orders have a number.", "Customers cannot delete orders."],
  ["Tasks have a title.", "Once closed, tasks can't be edited."],
  ["Tasks have a title.", "After publishing, no editing."],
  [
    "Tasks have a title and status (open, done).",
    "No editing of tasks where status is done.",
  ],
  [
    "Tasks have a title and status (open, done).",
    "No editing of tasks whose status is done.",
  ],
  ["Tasks have a title.", "You can only list tasks with a title."],
  ["Tasks have a title.", "Only list and view tasks assigned to me."],
  ["Tasks have a title.", "No deletion, except by admins."],
  ["Tasks have a title.", "Tasks are read-only after completion."],
  [
    "Orders have a total and status (open, paid).",
    "The total must be positive for paid orders.",
  ],
  [
    "Orders have a total.",
    "A total is required if the order is paid, port 8080.",
  ],
  ["Orders have a total.", "Orders can be cancelled within 24 hours."],
  ["Orders have a total.", "Orders can be cancelled before shipping."],
  ["Orders have a total.", "Cancel orders unless shipped."],
  [
    "Orders have a total.",
    "Old orders can't be changed and new orders can't be deleted.",
  ],
  ["Orders have a total.", "Published and archived orders can not be changed."],
  [
    "Orders have a total.",
    "Orders must be approved before they can be shipped.",
  ],
];

for (const [first, sentence, quoted] of RESTRICTIONS) {
  Deno.test(`plan() restricts nothing more than was said: ${sentence}`, async () => {
    const before = await plan(first);
    const { blueprint, sentences } = await plan(`${first} ${sentence}`);
    assertEquals(
      blueprint && outlineOf(blueprint),
      before.blueprint && outlineOf(before.blueprint),
    );
    assertEquals(sentences.at(-1)?.notUnderstood, [
      quoted ?? sentence,
    ]);
  });
}

Deno.test("plan() drops a restriction that the next sentence takes something back of", async () => {
  const { blueprint, sentences } = await plan(
    "Tasks have a title. Tasks cannot be deleted. Unless they are done.",
  );
  assertEquals(blueprint && outlineOf(blueprint), "task: title!");
  assertEquals(sentences.flatMap((one) => one.notUnderstood ?? []), [
    "Tasks cannot be deleted.",
    "Unless they are done.",
  ]);
});

Deno.test("plan() takes the rules off a field when words follow that may belong to them", async () => {
  const { blueprint, sentences } = await plan(
    "Users have a name and an email unique per company.",
  );
  assertEquals(
    blueprint && outlineOf(blueprint),
    "user: name! email:email",
  );
  assertEquals(sentences[0]?.notUnderstood, ["email unique per company"]);
});

Deno.test("plan() keeps what a field is measured in in its description", async () => {
  const { blueprint } = await plan(
    "Loans have a term in months, a size (m2) and a start date.",
  );
  const fields = blueprint?.entities?.["loan"]?.fields;
  assertEquals(fields?.["term"]?.description, "In months.");
  assertEquals(fields?.["size"]?.description, "In m2.");
  assertEquals(fields?.["startDate"]?.description, undefined);
});
