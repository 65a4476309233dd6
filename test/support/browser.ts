/** As much of a browser as sign-in needs: it keeps cookies of one host, and goes where it is sent. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Every address it has been at, the last one last. */
  readonly visited: string[] = [];

  /** One request, sent on nowhere. */
  async send(
    method: string,
    url: string,
    headers: Record<string, string> = {},
    body?: object | string,
  ): Promise<Response> {
    this.visited.push(url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...{ method, redirect: 'manual' },
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) this.keep(set);
    return answer;
  }

  /** As a page of our own does it. */
  sendFromPage(method: string, url: string, body?: object): Promise<Response> {
    return this.send(method, url, { 'sec-fetch-site': 'same-origin', 'x-csrf-protection': '1' }, body);
  }

  /** As a form of the page at this address is sent. */
  sendForm(url: string, form: URLSearchParams): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send('POST', url, headers, form.toString());
  }

  /** Goes on until it is sent nowhere else, or to an address that `stop` names; gives the answer or that address. */
  async follow(url: string, stop: (next: string) => boolean = () => false): Promise<Response | string> {
    const answer = await this.send('GET', url);
    const location = answer.headers.get('location');
    if (location === null) return answer;
    const next = new URL(location, url).href;
    return stop(next) ? next : this.follow(next, stop);
  }

  private keep(set: string): void {
    const [pair = ''] = set.split(';');
    const [name = '', ...value] = pair.split('=');
    if (value.join('=') === '') this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}
