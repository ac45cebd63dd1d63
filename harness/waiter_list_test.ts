import { assertEquals } from "@std/assert";
import { type Waiter, WaiterList } from "./waiter_list.ts";

Deno.test("WaiterList serves first come, first served, without those who left", () => {
  const list = new WaiterList<string>();
  const places = ["a", "b", "c", "d"].map((name) => list.add(waiter(name)));
  for (const index of [0, 2, 2]) list.remove(places[index]!);
  assertEquals(list.size, 2);
  assertEquals([list.shift()?.value, list.shift()?.value], ["b", "d"]);
  assertEquals([list.shift(), list.size], [undefined, 0]);
});

Deno.test("WaiterList.remove() ignores a waiter that was served", () => {
  const list = new WaiterList<string>();
  const place = list.add(waiter("a"));
  list.shift();
  list.add(waiter("b"));
  list.remove(place);
  assertEquals(list.shift()?.value, "b");
});

function waiter(value: string): Waiter<string> {
  return { value, resolve: () => {}, reject: () => {} };
}
