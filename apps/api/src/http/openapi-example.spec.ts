import { exampleOf, type Schemas } from './openapi-example';

const schemas: Schemas = {
  Body: {
    type: 'object',
    properties: {
      unitId: { type: 'string', example: 'so_a' },
      reason: { type: ['string', 'null'] },
      round: { type: 'integer', minimum: 1 },
      kind: { type: 'string', enum: ['head', 'deputy'] },
      applies: { type: 'boolean' },
      parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
      part: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] },
    },
  },
  Part: { type: 'object', properties: { points: { type: 'string', example: '2/3' } } },
};

it('makes a body from the examples of its fields, however deep', () => {
  expect(exampleOf({ $ref: '#/components/schemas/Body' }, schemas)).toEqual({
    ...{ unitId: 'so_a', reason: 'Ví dụ', round: 1, kind: 'head', applies: false },
    ...{ parts: [{ points: '2/3' }], part: { points: '2/3' } },
  });
});

it('prefers an example of the whole', () => {
  expect(exampleOf({ allOf: [{ $ref: '#/components/schemas/Part' }], example: { points: '1' } }, schemas)).toEqual({
    points: '1',
  });
});
