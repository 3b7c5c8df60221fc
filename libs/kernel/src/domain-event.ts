/** A fact that happened, in the words of the business. `data` is plain JSON: no Date, no BigInt, no undefined. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}
