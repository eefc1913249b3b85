/** An attribute that is taken away leaves null, and one without a value is empty: both are as none. */
export const given = <Value>(value: Value | null | undefined): Value | undefined => (value === null || value === '' ? undefined : value);
