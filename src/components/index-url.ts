/** Link to a wiki's index.php. */
export const indexUrl = (script: string, params: Readonly<Record<string, number | string>>): string => `${script}?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString()}`;
