export {
  ApiClient,
  type Answered,
  ApiProblem,
  type ApiClientOptions,
  type CallOptions,
  type Fetch,
} from './api-client';
export type { components, paths } from './openapi.generated';
export type { AnswerOf, OperationOf, PathsOf } from './operations';
