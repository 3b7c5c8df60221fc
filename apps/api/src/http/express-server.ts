import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';

/**
 * Express over a server whose requests and responses are born with the prototypes that Express wants. It would give them to each one
 * otherwise, after it was made, and V8 cannot keep up fast paths for objects that change so (docs/load.md has what that cost).
 */
export class ExpressServer extends ExpressAdapter {
  /** Throws when Nest is given options for the server that this one would not heed. */
  override initHttpServer({ httpsOptions, forceCloseConnections, return503OnClosing }: NestApplicationOptions): void {
    if (httpsOptions || forceCloseConnections || return503OnClosing) {
      throw new Error('ExpressServer speaks plain HTTP, and closes connections as Node does');
    }
    const app = this.getInstance<Express>();
    class Request extends IncomingMessage {}
    class Response extends ServerResponse {}
    app.request = heirOf(app.request, Request.prototype);
    app.response = heirOf(app.response, Response.prototype);
    this.setHttpServer(createServer({ IncomingMessage: Request, ServerResponse: Response }, app));
  }
}

/** Express sets the prototype that it finds in `app.request`; where that is the object's own already, nothing happens. */
function heirOf<Prototype extends object>(parent: Prototype, child: object): Prototype {
  return Object.setPrototypeOf(child, parent) as Prototype;
}
