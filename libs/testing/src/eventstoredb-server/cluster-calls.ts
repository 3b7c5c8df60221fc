import { randomUUID } from 'node:crypto';
import type { sendUnaryData } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { Member, NodeState, ServerContext } from './server-context';
import { serviceError } from './status';

const STATES: Record<NodeState, MemberInfo.VNodeState> = {
  leader: MemberInfo.VNodeState.LEADER,
  follower: MemberInfo.VNodeState.FOLLOWER,
  unknown: MemberInfo.VNodeState.UNKNOWN,
};

/** server_features: which methods there are. The client asks once a channel and keeps the answer, a failure too. */
export async function supportedMethodsCall(
  answer: sendUnaryData<SupportedMethods>,
  { behaviour, faults }: ServerContext,
): Promise<void> {
  await faults.gate();
  const failure = faults.featureFailures.shift();
  if (failure !== undefined) return answer(serviceError(failure, 'Features are not available'));
  const methods = Object.values(StreamsService).map(({ path }) => {
    const [, service = '', method = ''] = path.split('/');
    return new SupportedMethod().setServiceName(service).setMethodName(method.toLowerCase());
  });
  answer(null, new SupportedMethods().setEventStoreServerVersion(behaviour.version).setMethodsList(methods));
}

/** gossip: who is in the cluster, and who leads it. */
export async function gossipCall(
  answer: sendUnaryData<ClusterInfo>,
  { faults, members }: ServerContext,
): Promise<void> {
  await faults.gate();
  answer(null, new ClusterInfo().setMembersList(members().map(memberInfo)));
}

function memberInfo({ host, port, state, isAlive }: Member): MemberInfo {
  return new MemberInfo()
    .setInstanceId(new UUID().setString(randomUUID()))
    .setTimeStamp(String(Date.now() * 10_000))
    .setState(STATES[state])
    .setIsAlive(isAlive)
    .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port));
}
