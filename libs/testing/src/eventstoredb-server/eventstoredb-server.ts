import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { AppendResp, DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import { type sendUnaryData, Server, ServerCredentials } from '@grpc/grpc-js';
import { type AppendCall, appendCall } from './append-call';
import { type BatchCall, batchAppendCall } from './batch-append-call';
import { behaviours, type ServerVersion } from './behaviour';
import { gossipCall, supportedMethodsCall } from './cluster-calls';
import { type DeleteCall, deleteCall, type TombstoneCall, tombstoneCall } from './delete-call';
import { Faults } from './faults';
import { MemoryLog } from './memory-log';
import { type ReadCall, readCall } from './read-call';
import type { Address, Member, NodeState, ServerContext } from './server-context';

const HOST = '127.0.0.1';
const MAX_MESSAGE = 20 * 1024 * 1024;
/** Reads are answered with bytes that are already encoded. */
const read = { ...StreamsService.read, responseSerialize: (bytes: Buffer): Buffer => bytes };

export interface EventStoreDbServerOptions {
  /** Default 23.10, the version of the recordings. */
  readonly version?: ServerVersion;
  /** Shared by the nodes of a cluster. */
  readonly log?: MemoryLog;
  readonly state?: NodeState;
  /** A live subscriber that leaves more events than this waiting, for longer than `slowAfterMs`, is cut off. */
  readonly liveBuffer?: number;
  readonly slowAfterMs?: number;
}

/**
 * Speaks EventStoreDB's gRPC protocol over data in memory, as a real server was recorded to (test/fixtures/eventstoredb). No TLS and no
 * access rights. It can be stopped and started again with its data, and made to fail in the ways a real one does.
 */
export class EventStoreDbServer {
  readonly faults = new Faults();
  readonly log: MemoryLog;
  /** Calls received, by method: what tests count. */
  readonly calls: Record<string, number> = {};
  state: NodeState;
  /** The other nodes of the cluster. */
  peers: readonly EventStoreDbServer[] = [];
  private port = 0;
  private server: Server | undefined;

  private constructor(private readonly options: EventStoreDbServerOptions) {
    this.log = options.log ?? new MemoryLog();
    this.state = options.state ?? 'leader';
  }

  static async start(options: EventStoreDbServerOptions = {}): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer(options);
    await server.start();
    return server;
  }

  get address(): Address {
    return { host: HOST, port: this.port };
  }

  get connectionString(): string {
    return `esdb://${HOST}:${this.port}?tls=false`;
  }

  get isRunning(): boolean {
    return this.server !== undefined;
  }

  /** Listens, after a stop on the same port again. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE });
    this.offer(server);
    this.port = await listen(server, this.port);
    this.server = server;
  }

  /** Cuts every connection, as a kill does. The data stays; what a real server keeps only in memory is forgotten. */
  stop(): void {
    const server = this.server;
    this.server = undefined;
    this.faults.thaw();
    if (!server) return;
    server.forceShutdown();
    this.log.forgetRecentIds();
  }

  private offer(server: Server): void {
    const context = this.context();
    server.addService(
      { ...StreamsService, read },
      {
        read: (call: ReadCall) => void readCall(call, this.counting('read', context)),
        append: (call: AppendCall, answer: sendUnaryData<AppendResp>) =>
          void appendCall(call, answer, this.counting('append', context)),
        batchAppend: (call: BatchCall) => batchAppendCall(call, this.counting('batchAppend', context)),
        delete: (call: DeleteCall, answer: sendUnaryData<DeleteResp>) =>
          void deleteCall(call, answer, this.counting('delete', context)),
        tombstone: (call: TombstoneCall, answer: sendUnaryData<TombstoneResp>) =>
          void tombstoneCall(call, answer, this.counting('tombstone', context)),
      },
    );
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: sendUnaryData<SupportedMethods>) =>
        void supportedMethodsCall(answer, this.counting('features', context)),
    });
    server.addService(GossipService, {
      read: (_call: unknown, answer: sendUnaryData<ClusterInfo>) =>
        void gossipCall(answer, this.counting('gossip', context)),
    });
  }

  private counting(method: string, context: ServerContext): ServerContext {
    this.calls[method] = (this.calls[method] ?? 0) + 1;
    return context;
  }

  private context(): ServerContext {
    return {
      log: this.log,
      behaviour: behaviours[this.options.version ?? '23.10'],
      faults: this.faults,
      liveBuffer: this.options.liveBuffer ?? 32,
      slowAfterMs: this.options.slowAfterMs ?? 50,
      members: () => [this, ...this.peers].map((node) => node.asMember()),
      otherLeader: () => (this.state === 'leader' ? undefined : this.peers.find((peer) => peer.leads)?.address),
      isLed: () => [this, ...this.peers].some((node) => node.leads),
    };
  }

  private get leads(): boolean {
    return this.isRunning && this.state === 'leader';
  }

  private asMember(): Member {
    return { ...this.address, state: this.state, isAlive: this.isRunning };
  }
}

/** After a restart the old socket may hold the port for a moment. */
async function listen(server: Server, port: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bind(server, port);
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${HOST}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
}
