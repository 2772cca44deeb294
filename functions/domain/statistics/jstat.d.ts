/** What is used of jstat, which brings no types of its own. */
declare module 'jstat' {
  interface Distribution {
    cdf(x: number, ...parameters: number[]): number;
    inv(p: number, ...parameters: number[]): number;
  }
  const jstat: { jStat: { normal: Distribution; beta: Distribution; gammaln(x: number): number } };
  export default jstat;
}
