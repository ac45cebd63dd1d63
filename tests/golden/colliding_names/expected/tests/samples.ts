/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { API } from "../models/api.ts";
import type { SQLEntity } from "../models/sql.ts";
import type { Body } from "../models/body.ts";
import type { Test } from "../models/test.ts";
import type { Start } from "../models/start.ts";
import type { Controller } from "../models/controller.ts";
import type { Done } from "../models/done.ts";
import type { Changed } from "../models/changed.ts";
import type { X } from "../models/x.ts";
import type { Receipt } from "../models/receipt.ts";
import type { UUID } from "../models/uuid.ts";
import type { Assert } from "../models/assert.ts";

/** Makes a body that creates an api. */
export function apiBody(): Record<string, unknown> {
  return {
    n: "Some n",
  };
}

/** Stores an api. */
export async function makeAPI(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<API> {
  const body = { ...apiBody(), ...overrides };
  return expectValue(
    await system.apiController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as API;
}

/** Makes a body that creates a sql. */
export async function sqlBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    s: "Some s",
    apiId: (await makeAPI(system)).id,
  };
}

/** Stores a sql. */
export async function makeSQL(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<SQLEntity> {
  const body = { ...await sqlBody(system), ...overrides };
  return expectValue(
    await system.sqlController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as SQLEntity;
}

/** Makes a body that creates a body. */
export function bodyBody(): Record<string, unknown> {
  return {
    enabled: true,
    name: "Some name",
  };
}

/** Stores a body. */
export async function makeBody(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Body> {
  const body = { ...bodyBody(), ...overrides };
  return expectValue(
    await system.bodyController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Body;
}

/** Makes a body that creates a test. */
export function testBody(): Record<string, unknown> {
  made++;
  return {
    a: 5000000000,
    b: -5000000,
    c: pick([
      0,
      0.000025,
      0.00005,
      0.00007500000000000001,
      0.0001,
      0.000125,
      0.00015000000000000001,
      0.000175,
      0.0002,
      0.00022500000000000002,
      0.00025,
      0.000275,
      0.00030000000000000003,
      0.00032500000000000004,
      0.00035,
      0.000375,
      0.0004,
      0.00042500000000000003,
      0.00045000000000000004,
      0.000475,
      0.0005,
      0.0005250000000000001,
      0.00055,
      0.000575,
      0.0006000000000000001,
      0.000625,
      0.0006500000000000001,
      0.000675,
      0.0007,
      0.0007250000000000001,
      0.00075,
      0.0007750000000000001,
      0.0008,
      0.000825,
      0.0008500000000000001,
      0.000875,
      0.0009000000000000001,
      0.000925,
      0.00095,
      0.0009750000000000001,
    ]),
  };
}

/** Stores a test. */
export async function makeTest(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Test> {
  const body = { ...testBody(), ...overrides };
  return expectValue(
    await system.testController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Test;
}

/** Makes a body that creates a start. */
export function startBody(): Record<string, unknown> {
  made++;
  return {
    d: pick([
      0,
      0.01,
      0.03,
      0.04,
      0.05,
      0.06,
      0.08,
      0.09,
      0.1,
      0.11,
      0.13,
      0.14,
      0.15,
      0.16,
      0.18,
      0.19,
      0.2,
      0.21,
      0.23,
      0.24,
      0.25,
      0.26,
      0.28,
      0.29,
      0.3,
      0.31,
      0.33,
      0.34,
      0.35,
      0.36,
      0.38,
      0.39,
      0.4,
      0.41,
      0.43,
      0.44,
      0.45,
      0.46,
      0.48,
      0.49,
    ]),
  };
}

/** Stores a start. */
export async function makeStart(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Start> {
  const body = { ...startBody(), ...overrides };
  return expectValue(
    await system.startController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Start;
}

/** What the isbn of a controller may be. */
export const CONTROLLER_ISBN_EXAMPLES: readonly string[] = [
  "-X---3X-94X",
  "29X07---X-8",
  "-X-XX-2-7--",
  "X---4--2X--",
  "61-XX-XX4XX7",
  "4X7-X-X-X--",
  "--226XX-98",
  "--19X--5X9",
  "8-3-X2---40",
  "9XXX29-XX--",
  "X-X-X0-X2-",
  "-XXX6XX-XX-",
  "-27-7096XXX-",
  "-X2-X-2-5-",
  "X-5-51X-9XX-",
  "XXX---X-XXX",
  "-X8--3-03X71",
  "-XX-X-X9X7-",
  "3--X1-----2",
  "0--8-1--1-0",
  "8X---X4---",
  "6-089-X4XX3",
  "7X6X-6X0--",
  "-X1X0---7X",
  "-3-17---X---",
  "---X0-XX27",
  "937--X5-X5",
  "--3-7X--X--",
  "X---5-51-X8-",
  "6--59-5XX--",
  "XXX-X----X63",
  "XX9X--X53XX",
  "-8432XX6XX-X",
  "0X-XX-3X--6-",
  "X---XX-2-9-X",
  "-X8X8XX7---",
  "--X6XXX5-X--",
  "-6-X-0XX3-",
  "X0XX--XXXX99",
  "-8839-X--X",
  "-7--XX68---X",
  "--X0XX--6-",
  "-X---863--XX",
  "-6-XX4XX4X8",
  "XX6X-XX-3-",
  "X-61--1-3-5-",
  "XXXX--7-87",
  "-X9X401-85-",
  "X-X---0-XX",
  "X------4-X-X",
];

/** What the code of a controller may be. */
export const CONTROLLER_CODE_EXAMPLES: readonly string[] = ["b", "a"];

/** Makes a body that creates a controller. */
export function controllerBody(): Record<string, unknown> {
  return {
    isbn: "-X---3X-94X",
    code: "b",
  };
}

/** Stores a controller. */
export async function makeController(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Controller> {
  const body = { ...controllerBody(), ...overrides };
  return expectValue(
    await system.controllerController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Controller;
}

/** Makes a body that creates a done. */
export function doneBody(): Record<string, unknown> {
  return {};
}

/** Stores a done. */
export async function makeDone(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Done> {
  const body = { ...doneBody(), ...overrides };
  return expectValue(
    await system.doneController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Done;
}

/** What the uu of a changed may be. */
export const CHANGED_UU_EXAMPLES: readonly string[] = [
  "EXV",
  "WOB",
  "VAY",
  "BIQ",
  "DDB",
  "EUY",
  "BUT",
  "ODV",
  "MDZ",
  "IVY",
  "ROE",
  "WQE",
  "KXA",
  "KVE",
  "NWT",
  "TCX",
  "NBA",
  "TEM",
  "CRX",
  "WDR",
  "ISV",
  "AAD",
  "JXI",
  "UTH",
  "IPV",
  "EBX",
  "CKP",
  "HZB",
  "UEV",
  "HJE",
  "DAQ",
  "AGO",
  "TIX",
  "NTD",
  "DVD",
  "DEZ",
  "BVF",
  "BBE",
  "JXN",
  "MML",
  "AFR",
  "BTE",
  "GAM",
  "HWS",
  "BND",
  "EXU",
  "MCS",
  "XCD",
  "WVA",
];

/** Makes a body that creates a changed. */
export function changedBody(): Record<string, unknown> {
  made++;
  return {
    uu: pick(CHANGED_UU_EXAMPLES),
  };
}

/** Stores a changed. */
export async function makeChanged(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Changed> {
  const body = { ...changedBody(), ...overrides };
  return expectValue(
    await system.changedController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Changed;
}

/** Makes a body that creates a x. */
export function xBody(): Record<string, unknown> {
  return {
    y: "Some y",
  };
}

/** Stores a x. */
export async function makeX(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<X> {
  const body = { ...xBody(), ...overrides };
  return expectValue(
    await system.xController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as X;
}

/** Makes a body that creates a receipt. */
export async function receiptBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    t: "Some t",
    xId: (await makeX(system)).id,
  };
}

/** Stores a receipt. */
export async function makeReceipt(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Receipt> {
  const body = { ...await receiptBody(system), ...overrides };
  return expectValue(
    await system.receiptController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Receipt;
}

/** Makes a body that creates an uuid. */
export function uuidBody(): Record<string, unknown> {
  return {
    function: "Some function",
  };
}

/** Stores an uuid. */
export async function makeUUID(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<UUID> {
  const body = { ...uuidBody(), ...overrides };
  return expectValue(
    await system.uuidController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as UUID;
}

/** Makes a body that creates an assert. */
export function assertBody(): Record<string, unknown> {
  return {
    then: "Some then",
    name: "Some name",
    type: "Some type",
    index: 1,
  };
}

/** Stores an assert. */
export async function makeAssert(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Assert> {
  const body = { ...assertBody(), ...overrides };
  return expectValue(
    await system.assertController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Assert;
}

// Counts what has been made, so that unique fields differ.
let made = 0;

/** Picks another of the values each time, and after the last the first again. */
function pick(values: readonly unknown[]): unknown {
  return values[made % values.length];
}
