import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { createCommands, entitiesDocView } from "./docs_views.ts";

const BLUEPRINT = `system: cinema
entities:
  chain: { fields: { name: { type: string, required: true, unique: true } }, operations: [list] }
  room:
    fields:
      name: { type: string, required: true, unique: true }
      rows: { type: integer, max: 1, unique: true }
    relations: { next: { belongsTo: room, required: false, onDelete: clear } }
  seat:
    fields: { row: { type: integer, required: true } }
    relations: { room: { belongsTo: room } }
  booking:
    fields: { guest: { type: email, required: true } }
    relations:
      seat: { belongsTo: seat }
      room: { belongsTo: room }
      paidBy: { belongsTo: chain }
`;

const POST = "http://127.0.0.1:8080";
const JSON_TYPE = "-H 'content-type: application/json' -d";
const ID = `sed 's/^{"id":"\\([^"]*\\)".*/\\1/'`;

Deno.test("createCommands() creates first what the entity needs, so that the lines can be pasted", () => {
  const { model } = compileBlueprint(BLUEPRINT);
  const booking = model?.entities.find(({ name }) => name.snake === "booking");
  const room = model?.entities.find(({ name }) => name.snake === "room");
  assert(model && booking && room);
  const lines: readonly string[] = createCommands(booking, model);
  assertEquals(lines, [
    `roomId=$(curl -s ${POST}/rooms ${JSON_TYPE} '{"name":"Next name","rows":0}' | ${ID})`,
    `seatId=$(curl -s ${POST}/seats ${JSON_TYPE} '{"row":1,"roomId":"'"$roomId"'"}' | ${ID})`,
    `chainId=ID-OF-A-CHAIN # put one here: this API creates none`,
    `curl -i ${POST}/bookings ${JSON_TYPE} '{"guest":"someone@example.com","seatId":"'"$seatId"'","roomId":"'"$roomId"'","paidById":"'"$chainId"'"}'`,
  ]);
  assertEquals(createCommands(room, model).map(String), [
    `curl -i ${POST}/rooms ${JSON_TYPE} '{"name":"Some name","rows":1}'`,
  ]);
});

Deno.test("entitiesDocView() says of a guarded action that it is not refused once it is in effect", () => {
  const { model } = compileBlueprint(`system: gate
entities:
  ticket:
    fields:
      state: { type: enum, values: [fresh, used, void], default: fresh }
      seenAt: { type: datetime, required: true }
    actions:
      redeem: { set: { state: used }, when: { state: fresh } }
      cancel: { set: { state: void } }
      see: { set: { seenAt: $now }, when: { state: fresh } }
`);
  assert(model);
  const [ticket] = entitiesDocView(model).entities;
  assertEquals(ticket?.notes.map(String), [
    '`redeem` sets `state = "used"`, only while `state = "fresh"`; asked again once it is so, it changes nothing and is not refused',
    '`cancel` sets `state = "void"`',
    '`see` sets `seenAt = now`, only while `state = "fresh"`',
  ]);
});
