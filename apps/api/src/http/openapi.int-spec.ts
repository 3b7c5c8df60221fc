import { EdgeProbe } from '../../test/edge-probe';

let edge: EdgeProbe;
beforeAll(async () => {
  edge = await EdgeProbe.start();
});
afterAll(() => edge.stop());

const http = () => edge.http();

describe('the page of the API', () => {
  it('needs nothing from elsewhere and passes its own content policy', async () => {
    const page = await http().get('/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    for (const [, address] of page.text.matchAll(/<script src="([^"]+)"/g)) {
      expect((await http().get(new URL(address ?? '', 'http://host/docs').pathname)).status).toBe(200);
    }
  });

  it('describes each operation with its headers, roles and problems', async () => {
    const { openapi, paths } = (await http().get('/openapi.json')).body as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object; 'x-roles': string[] }>>;
    };
    expect(openapi).toBe('3.1.0');
    const command = paths['/probe/units/{unitId}']?.['post'];
    expect(command?.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Idempotency-Key', 'X-Correlation-Id']),
    );
    expect(command?.['x-roles']).toEqual(['unit-officer']);
    expect(command?.responses).toHaveProperty('default');
  });
});
