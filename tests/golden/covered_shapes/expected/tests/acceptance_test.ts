/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  creating,
  expectAction,
  expectDefault,
  expectKeeps,
  expectNoOperation,
  expectOptional,
  expectPatches,
  expectRefusesValue,
  expectReplaces,
  expectRequires,
  expectShows,
  NOW,
  posting,
} from "../kit/acceptance.ts";
import { expectFailure, expectValue } from "../kit/expect_outcome.ts";
import { expectContains, expectProblem } from "../kit/testing.ts";
import {
  badgeBody,
  eventBody,
  makeBadge,
  makeEvent,
  makeFolder,
  makeNote,
  makeProject,
  makeReading,
  makeStamp,
  makeTicket,
  noteBody,
  readingBody,
  ticketBody,
} from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 note.text: A note has a text and belongs to a folder", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/notes"),
    await noteBody(test.system),
    "text",
  );
});

Deno.test("R1 note.folder: A note has a text and belongs to a folder", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/notes"),
    await noteBody(test.system),
    "folderId",
  );
});

Deno.test("R1 note.folder.required: A note has a text and belongs to a folder", async () => {
  await using test = await startTestSystem();
  await expectRequires(
    posting(test.client, "/notes"),
    await noteBody(test.system),
    "folderId",
  );
});

Deno.test("R1 folder: A note has a text and belongs to a folder", async () => {
  await using test = await startTestSystem();
  assert.ok((await makeFolder(test.system)).id);
});

Deno.test("R2 note.parent: It may answer another note, and goes with it", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/notes"), {
    ...await noteBody(test.system),
    parentId: (await makeNote(test.system)).id,
  }, "parentId");
});

Deno.test("R2 note.parent.required: It may answer another note, and goes with it", async () => {
  await using test = await startTestSystem();
  await expectOptional(
    posting(test.client, "/notes"),
    await noteBody(test.system),
    "parentId",
  );
});

Deno.test("R2 note.parent.onDelete: It may answer another note, and goes with it", async () => {
  await using test = await startTestSystem();
  const target = await makeNote(test.system);
  const made = await makeNote(test.system, { parentId: target.id });
  assert.equal((await test.client.delete(`/notes/${target.id}`)).status, 204);
  expectFailure(
    await test.system.noteController.handleProcessRequest({
      operation: "get",
      id: made.id,
    }),
    404,
  );
});

Deno.test("R3 note.project: It may optionally belong to a project, and stays when that goes", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/notes"), {
    ...await noteBody(test.system),
    projectId: (await makeProject(test.system)).id,
  }, "projectId");
});

Deno.test("R3 note.project.onDelete: It may optionally belong to a project, and stays when that goes", async () => {
  await using test = await startTestSystem();
  const target = await makeProject(test.system);
  const made = await makeNote(test.system, { projectId: target.id });
  assert.equal(
    (await test.client.delete(`/projects/${target.id}`)).status,
    204,
  );
  expectContains(
    expectValue(
      await test.system.noteController.handleProcessRequest({
        operation: "get",
        id: made.id,
      }),
    ),
    { projectId: null },
  );
});

Deno.test("R4 note.release: Notes can be released from their project", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/notes/${
      (await makeNote(test.system, {
        projectId: (await makeProject(test.system)).id,
      })).id
    }/release`,
    { projectId: null },
  );
});

Deno.test("R5 event.startsAt: Events start now unless a start time is given", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/events"), {
    ...eventBody(),
    startsAt: "2031-02-20T10:00:00.000Z",
  }, "startsAt");
});

Deno.test("R5 event.startsAt.default: Events start now unless a start time is given", async () => {
  await using test = await startTestSystem();
  await expectDefault(posting(test.client, "/events"), eventBody(), {
    field: "startsAt",
    value: NOW,
  });
});

Deno.test("R6 event.end: Ending an event notes the day", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/events/${(await makeEvent(test.system, { endedOn: null })).id}/end`,
    { endedOn: NOW },
  );
});

Deno.test("R6 event.endedOn: Ending an event notes the day", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/events"), eventBody(), "endedOn");
});

Deno.test("R7 badge.number.immutable: A badge keeps its number", async () => {
  await using test = await startTestSystem();
  const url = `/badges/${(await makeBadge(test.system)).id}`;
  await expectNoOperation(test.client, "PUT", url);
  await expectNoOperation(test.client, "PATCH", url);
});

Deno.test("R7 badge.number.unique: A badge keeps its number", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(posting(test.client, "/badges"), badgeBody(), {
    field: "number",
    value: (await makeBadge(test.system)).number,
    status: 409,
  });
});

Deno.test("R8 ticket.replace: Tickets can be replaced, but not their code", async () => {
  await using test = await startTestSystem();
  const made = await makeTicket(test.system);
  await expectReplaces(test.client, `/tickets/${made.id}`, {
    ...ticketBody(),
    code: made.code,
  });
});

Deno.test("R8 ticket.code.immutable: Tickets can be replaced, but not their code", async () => {
  await using test = await startTestSystem();
  const made = await makeTicket(test.system);
  expectProblem(
    await test.client.put(`/tickets/${made.id}`, {
      ...ticketBody(),
      code: "Changed",
    }),
    422,
    "code",
  );
});

Deno.test("R9 stamp.patch: Nothing of a stamp changes", async () => {
  await using test = await startTestSystem();
  await expectPatches(
    test.client,
    `/stamps/${(await makeStamp(test.system)).id}`,
    {},
  );
});

Deno.test("R9 stamp.motif: Nothing of a stamp changes", async () => {
  await using test = await startTestSystem();
  const made = await makeStamp(test.system);
  await expectShows(test.client, `/stamps/${made.id}`, made, "motif");
});

Deno.test("R9 stamp.motif.immutable: Nothing of a stamp changes", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.patch(`/stamps/${(await makeStamp(test.system)).id}`, {
      motif: "Changed",
    }),
    422,
    "motif",
  );
});

Deno.test("R10 reading.sensor: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  const made = await makeReading(test.system);
  await expectShows(test.client, "/readings", made, "sensor");
});

Deno.test("R10 reading.sensor.required: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectRequires(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    "sensor",
  );
});

Deno.test("R10 reading.value.min: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    { field: "value", value: -1 },
  );
});

Deno.test("R10 reading.value.max: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    { field: "value", value: 101 },
  );
});

Deno.test("R10 reading.value.scale: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    { field: "value", value: 0.01 },
  );
});

Deno.test("R10 reading.value.default: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectDefault(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    { field: "value", value: 20 },
  );
});

Deno.test("R10 reading.serial.unique: Readings come from a sensor, have a value from 0 to 100 and a serial number of their own", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    creating((request) =>
      test.system.readingController.handleProcessRequest(request)
    ),
    readingBody(),
    {
      field: "serial",
      value: (await makeReading(test.system)).serial,
      status: 409,
    },
  );
});

// Not tested here:
// - R11 reading.sensor.pattern: no request sets sensor, so none can break its pattern
