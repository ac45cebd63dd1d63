/**
 * The example that a language model is shown of a request and its plan.
 *
 * @module
 */

/** A request by its sentences, and the answer to it; the answer passes every check. */
export const PLANNING_EXAMPLE = {
  request: [
    "A parcel API.",
    "Parcels have a recipient (required, at most 100 characters), a weight in kilograms (more than 0, up to 30) and a zone from 1 to 3.",
    "They are new, then sent.",
    "Only new parcels can be sent.",
    "Postage is 4.50 up to 2 kg and 1.20 more for each further kilogram begun, twice as much in zone 3.",
    "Parcels can't be deleted.",
    "Recipients get a postcard, too.",
  ],
  answer: {
    blueprint: {
      system: "parcels",
      entities: {
        parcel: {
          fields: {
            recipient: { type: "string", required: true, maxLength: 100 },
            weight: {
              type: "decimal",
              scale: 3,
              required: true,
              min: 0.001,
              max: 30,
            },
            zone: { type: "integer", required: true, min: 1, max: 3 },
            status: { type: "enum", values: ["new", "sent"], default: "new" },
            postage: {
              type: "decimal",
              computed: {
                behavior:
                  "The postage for weight kilograms: 4.50 up to and with 2 kg; above that 1.20 more for each further kilogram begun. In zone 3 twice as much.",
                examples: [
                  { given: { weight: 2, zone: 1 }, gives: 4.5 },
                  { given: { weight: 2.1, zone: 2 }, gives: 5.7 },
                  { given: { weight: 2, zone: 3 }, gives: 9 },
                ],
              },
            },
          },
          operations: ["list", "get", "create", "replace", "patch"],
          actions: {
            send: { set: { status: "sent" }, when: { status: "new" } },
          },
        },
      },
    },
    sentences: [
      { sentence: 1, paths: ["http"] },
      {
        sentence: 2,
        paths: [
          "parcel.recipient.required",
          "parcel.recipient.maxLength",
          "parcel.weight.min",
          "parcel.weight.max",
          "parcel.zone.min",
          "parcel.zone.max",
        ],
      },
      { sentence: 3, paths: ["parcel.status.values", "parcel.send"] },
      { sentence: 4, paths: ["entities.parcel.actions.send.when"] },
      { sentence: 5, paths: ["parcel.postage"] },
      { sentence: 6, paths: ["not parcel.delete"] },
      {
        sentence: 7,
        paths: [],
        missing: ["Recipients get a postcard, too."],
        note: "The language has nothing that sends postcards.",
      },
    ],
  },
} as const;
