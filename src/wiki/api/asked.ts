/** What parameters ask for, read from their type. */

/**
 * The values of a parameter, as a union: of `['ids', 'user']`, `'ids|user'` and `'ids'` alike.
 * `Default` where it is not given, `string` where only run time tells.
 */
export type Asked<P, Name extends string, Default = never> = P extends {readonly [K in Name]: infer Given}
  ? undefined extends Given
    ? string
    : Values<Given>
  : Name extends keyof P
    ? string
    : Default;

type Values<Given> = Given extends readonly (infer Each)[] ? Each : Given extends `${infer First}|${infer Rest}` ? First | Values<Rest> : Given extends string ? Given : never;

/** What a table of value → members says of the asked values; of all of them, perhaps, where only run time tells. */
export type Parts<Table, Value> = Flat<
  string extends Value ? Partial<All<Table[keyof Table]>> : All<'*' extends Value ? Table[keyof Table] : Table[Value & keyof Table]> & Others<Exclude<Value, keyof Table | '*'>>
>;

/** Values that no table describes bring members nobody knows. */
type Others<Value> = [Value] extends [never] ? unknown : {readonly [member: string]: unknown};

/** A union as an intersection; of nothing, nothing in particular. */
export type All<Union> = [Union] extends [never] ? unknown : (Union extends unknown ? (one: Union) => void : never) extends (all: infer Together) => void ? Together : never;

/** As one object, for who reads it in an editor. */
export type Flat<T> = T extends readonly unknown[] ? T : {readonly [K in keyof T]: T[K]};
