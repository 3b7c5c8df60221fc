import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { OpenAPIObject } from '@nestjs/swagger';

type Json = Record<string, unknown>;

/** Holds answers against the document at /openapi.json: no field missing, none that it does not name, each of its type. */
export class Documented {
  private readonly ajv = new Ajv2020({ strict: false, formats: { uuid: true } });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    this.ajv.addSchema(closed({ $id: 'document', components: document.components }) as Json);
  }

  /** Throws when the body of an answered question differs from what is documented. `path` is the request's, with its values. */
  check(method: 'get' | 'post', path: string, status: number, body: unknown): void {
    const template = this.templateOf(path.split('?')[0] ?? path);
    const validate = this.validatorOf(template, method, status);
    if (validate(body)) return;
    throw new Error(`${method} ${template} answers what is not documented: ${this.ajv.errorsText(validate.errors)}`);
  }

  /** The same for the body of any refusal. */
  checkProblem(problem: unknown): void {
    const validate = this.ajv.getSchema('document#/components/schemas/Problem');
    if (validate?.(problem) === true) return;
    throw new Error(`A problem that is not documented: ${this.ajv.errorsText(validate?.errors)}`);
  }

  /** A literal path wins over one with parameters. */
  private templateOf(path: string): string {
    const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
    const templates = Object.keys(this.document.paths).filter(fits);
    const [best] = templates.sort((a, b) => a.split('{').length - b.split('{').length);
    if (best === undefined) throw new Error(`${path} is not documented`);
    return best;
  }

  private validatorOf(template: string, method: 'get' | 'post', status: number): ValidateFunction {
    const key = `${method} ${template} ${status}`;
    const known = this.validators.get(key);
    if (known) return known;
    const response = this.document.paths[template]?.[method]?.responses[String(status)] as
      { content?: Record<string, { schema?: unknown }> } | undefined;
    const schema = response?.content?.['application/json']?.schema;
    if (schema === undefined) throw new Error(`${key} has no documented answer`);
    const validator = this.ajv.compile(closed(absolute(schema)) as Json);
    this.validators.set(key, validator);
    return validator;
  }
}

/** Named properties are all there are. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner && inner['type'] === 'object' ? { additionalProperties: false, ...inner } : inner;
}

/** References within the document, seen from outside it. */
function absolute(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'));
}
