/** Documents, as the tests of what they say read them. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
