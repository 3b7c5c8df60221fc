import { BACKWARDS, END, type EventStoreDBClient } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { type ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { type CallOptions, type Metadata, status } from '@grpc/grpc-js';
import { StoreUnavailable } from '../errors';
import { collect } from './collect';
import type { Connection } from './connection';
import { StoreAccessDenied } from './errors';
import { codeOf, isDenied } from './store-error';
import { within } from './within';

/** What answered. */
export interface StoreProbe {
  /** `host:port` of the node that leads; undefined when the server does not tell this user. */
  readonly leader: string | undefined;
  /** Nodes known to be alive. */
  readonly members: number;
}

/**
 * Makes sure that the store can be used: reached, led by a node, and readable by this user. Throws StoreUnavailable (StoreAccessDenied) with
 * one Vietnamese sentence that names what to look at.
 */
export async function probe(connection: Connection, timeoutMs: number): Promise<StoreProbe> {
  const { hosts } = connection;
  const late = (): Error =>
    new StoreUnavailable(`EventStoreDB tại ${hosts} không trả lời trong ${timeoutMs / 1000} giây.`);
  try {
    const client = await connection.client();
    const found = leaderIn(await within(timeoutMs, gossip(client, timeoutMs), late), hosts);
    await within(timeoutMs, lastEvent(connection, timeoutMs), late);
    return found;
  } catch (error) {
    throw explained(error, hosts);
  }
}

type GossipArguments = [metadata: Metadata, options: CallOptions];

/** What of the client is not public, and needed to ask who leads over its own connection. */
interface InnerClient {
  execute<T>(service: unknown, name: string, action: (client: GossipClient) => Promise<T>): Promise<T>;
  callArguments(options: object, callOptions: CallOptions): GossipArguments;
}

/** Who is in the cluster; a single node answers with itself. Undefined when the server does not tell. */
function gossip(client: EventStoreDBClient, timeoutMs: number): Promise<ClusterInfo | undefined> {
  const inner = client as unknown as InnerClient;
  // Our own time-out speaks first.
  const [metadata, options] = inner.callArguments({}, { deadline: Date.now() + 2 * timeoutMs });
  return inner.execute(GossipClient, 'gossip', (grpc) => {
    return new Promise((resolve, reject) => {
      grpc.read(new Empty(), metadata, options, (error, info) => {
        if (error && error.code !== status.UNAVAILABLE) resolve(undefined);
        else if (error) reject(error);
        else resolve(info);
      });
    });
  });
}

function leaderIn(info: ClusterInfo | undefined, hosts: string): StoreProbe {
  const alive = info?.getMembersList().filter((member) => member.getIsAlive()) ?? [];
  const leader = alive.find((member) => member.getState() === MemberInfo.VNodeState.LEADER)?.getHttpEndPoint();
  if (leader) return { leader: `${leader.getAddress()}:${leader.getPort()}`, members: alive.length };
  if (alive.length === 0) return { leader: undefined, members: 0 };
  throw new StoreUnavailable(
    `Cụm EventStoreDB tại ${hosts} có ${alive.length} nút hoạt động nhưng chưa có nút dẫn đầu (leader), nên chưa ghi được: hãy khởi động lại các nút đã dừng.`,
  );
}

/** Reads as the projections do: a user without rights finds out here. */
async function lastEvent(connection: Connection, timeoutMs: number): Promise<void> {
  const begin = (client: EventStoreDBClient) =>
    client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
  await collect(connection, timeoutMs, begin, () => undefined);
}

function explained(error: unknown, hosts: string): Error {
  if (error instanceof StoreUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isDenied(error)) {
    return new StoreAccessDenied(
      `EventStoreDB tại ${hosts} từ chối người dùng trong EVENTSTORE_URL: sai mật khẩu, hoặc người dùng chưa có quyền đọc $all.`,
      { cause: error },
    );
  }
  const text =
    codeOf(error) === status.UNAVAILABLE
      ? `Không kết nối được EventStoreDB tại ${hosts}: hãy kiểm tra máy chủ có chạy không, địa chỉ và cổng, và TLS (thiếu chứng thư CA hoặc đặt nhầm tls=true/false cũng báo lỗi này).`
      : `EventStoreDB tại ${hosts} không dùng được: ${reason}.`;
  return new StoreUnavailable(text, { cause: error });
}
