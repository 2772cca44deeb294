/** Shows what is going on in one line on a terminal; in a pipe it is quiet. */
export const terminalProgress = (stream: NodeJS.WriteStream = process.stderr) => {
  if (!stream.isTTY) return { show: (_what: string): void => {}, done: (): void => {} };
  const clear = '\r\u001b[2K';
  return {
    show: (what: string): void => {
      stream.write(`${clear}${what.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    done: (): void => {
      stream.write(clear);
    },
  };
};
