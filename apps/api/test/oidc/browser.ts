/** A browser without a window: keeps cookies per site, follows redirects one by one, fills in forms. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** `fetching`: by what means it asks. */
  constructor(private readonly fetching: (url: string, init: RequestInit) => Promise<Response> = fetch) {}

  /** One request; redirects are answered, not followed. */
  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string> | undefined), ...(cookie && { cookie }) };
    const response = await this.fetching(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '' || /max-age=0|1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects until a page, or until an address that `stop` wants. */
  async open(url: string, stop: (url: string) => boolean = () => false): Promise<{ url: string; response: Response }> {
    let response = await this.ask(url);
    for (let hops = 0; hops < 15; hops += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      url = new URL(location, url).href;
      if (stop(url)) break;
      response = await this.ask(url);
    }
    return { url, response };
  }

  /** Sends a form and follows where it leads. */
  async send(
    url: string,
    fields: Record<string, string>,
    stop?: (url: string) => boolean,
  ): ReturnType<Browser['open']> {
    const response = await this.ask(url, { method: 'POST', body: new URLSearchParams(fields) });
    const location = response.headers.get('location');
    if (location === null) return { url, response };
    const next = new URL(location, url).href;
    return stop?.(next) ? { url: next, response } : this.open(next, stop);
  }

  cookieNames(url: string): string[] {
    return [...(this.cookies.get(new URL(url).host)?.keys() ?? [])];
  }
}
