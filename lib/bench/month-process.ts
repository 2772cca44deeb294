import { runMonth, totalOf } from './deployed-month.ts';

// The functions' log lines would bury the one line that is asked for.
console.info = () => undefined;
console.warn = () => undefined;

const { messages, cells, traffic, seconds } = await runMonth(Number(process.argv[2]), Number(process.argv[3]));
const byFunction = Object.fromEntries([...traffic].map(([name, parts]) => [name, totalOf(parts.values())]));
console.log(JSON.stringify({ messages, cells, seconds, byFunction, all: totalOf(Object.values(byFunction)) }));
